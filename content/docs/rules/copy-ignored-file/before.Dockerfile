FROM node:26-slim
WORKDIR /app
COPY server.js settings.json ./
USER 1000:1000
CMD ["node", "server.js"]
