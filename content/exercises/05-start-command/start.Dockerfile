FROM node:24-slim
WORKDIR /app
COPY package.json ./
COPY src ./src
USER node
CMD node src/import.js --every 60
