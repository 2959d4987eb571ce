# syntax=docker/dockerfile:1
FROM node:26-slim AS dependencies
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev

FROM node:26-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY --link --from=dependencies /app/node_modules ./node_modules
COPY --link package.json ./
COPY --link src ./src
USER 1000:1000
CMD ["node", "src/server.js"]
