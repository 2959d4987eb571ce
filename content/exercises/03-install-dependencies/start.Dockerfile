FROM node:24-slim
WORKDIR /app
COPY package.json ./
RUN npm install && npm cache clean --force
COPY src ./src
USER node
CMD ["node", "src/server.js"]
