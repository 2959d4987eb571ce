FROM node:26-slim
WORKDIR /app
LABEL Version=1.0
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js"]
