FROM node:24-slim
WORKDIR /app
RUN chown node:node /app
USER node
COPY --chown=node:node package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --chown=node:node tiles ./tiles
COPY --chown=node:node src ./src
CMD ["node", "src/server.js"]
