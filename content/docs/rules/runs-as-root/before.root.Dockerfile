FROM node:26-slim
WORKDIR /app
USER root
COPY server.js ./
CMD ["node", "server.js"]
