# syntax=docker/dockerfile:1
FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc \
    --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev
COPY package.json ./
COPY src ./src
USER 1000:1000
CMD ["node", "src/server.js"]
