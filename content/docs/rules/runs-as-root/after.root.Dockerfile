FROM node:26-slim
WORKDIR /app
USER root
COPY server.js ./
USER node
CMD ["node", "server.js"]
