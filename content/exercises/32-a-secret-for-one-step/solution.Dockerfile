FROM node:24-slim
WORKDIR /srv
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    --mount=type=secret,id=npmrc,target=/srv/.npmrc \
    npm ci --omit=dev
COPY src ./src
USER node
CMD ["node", "src/server.js"]
