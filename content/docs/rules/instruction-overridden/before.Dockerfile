FROM node:26-slim
WORKDIR /app
COPY server.js worker.js ./
USER 1000:1000
CMD ["node", "worker.js"]
CMD ["node", "server.js"]
