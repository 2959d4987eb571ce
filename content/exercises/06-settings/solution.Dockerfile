ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci && npm cache clean --force
COPY src ./src
ARG NODE_OPTIONS=--max-old-space-size=4096
RUN npm run build
ARG APP_VERSION=dev
ENV APP_VERSION=${APP_VERSION} \
    LOG_LEVEL=info
USER node
CMD ["node", "dist/server.js"]
