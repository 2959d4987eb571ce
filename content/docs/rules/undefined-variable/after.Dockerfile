FROM node:26-slim
ARG APP_VERSION=dev
WORKDIR /app
COPY server.js ./
ENV RELEASE=$APP_VERSION
USER 1000:1000
CMD ["node", "server.js"]
