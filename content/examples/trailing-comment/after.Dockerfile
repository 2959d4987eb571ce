FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
COPY src ./src
# Not root.
USER 1000:1000
# Start the server.
CMD ["node", "src/server.js"]
