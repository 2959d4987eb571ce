ARG NODE_TAG=26-slim
ARG ALPINE_TAG=3.24
FROM node:$NODE_TAG
WORKDIR /app
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js"]
