FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY tiles ./tiles
COPY src ./src
RUN chown -R node:node /app
USER node
CMD ["node", "src/server.js"]
