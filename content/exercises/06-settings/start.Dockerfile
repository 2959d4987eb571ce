ARG NODE_VERSION=24
ARG APP_VERSION=dev
ARG LOG_LEVEL=info

FROM node:${NODE_VERSION}-slim
ENV NODE_OPTIONS=--max-old-space-size=4096
ENV APP_VERSION=${APP_VERSION}
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci && npm cache clean --force
COPY src ./src
RUN npm run build
USER node
CMD ["node", "dist/server.js"]
