# syntax=docker/dockerfile:1
FROM node:26-slim AS base
WORKDIR /app

FROM base AS build
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
RUN npm run build

FROM base AS production-dependencies
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev

FROM base
ENV NODE_ENV=production
COPY --link --from=production-dependencies /app/node_modules ./node_modules
COPY --link --from=build /app/dist ./dist
COPY --link package.json ./
USER 1000:1000
EXPOSE 3000
CMD ["node", "dist/server.js"]
