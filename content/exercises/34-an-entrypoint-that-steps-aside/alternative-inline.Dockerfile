FROM node:24-slim
WORKDIR /srv
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY scripts ./scripts
COPY src ./src
USER node
ENTRYPOINT ["sh", "-c", "node scripts/migrate.js && exec \"$@\"", "start"]
CMD ["node", "src/server.js"]
