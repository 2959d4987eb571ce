# The time service
FROM node:24-slim
WORKDIR /app
COPY package.json server.js ./
COPY lib ./lib
USER node
CMD ["node", "server.js"]
