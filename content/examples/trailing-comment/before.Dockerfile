FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
COPY src ./src
USER 1000:1000 # not root
CMD ["node", "src/server.js"] # start the server
