ARG NODE_VERSION=24
ARG APP_VERSION=dev

FROM node:${NODE_VERSION}-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci && npm cache clean --force
COPY src ./src
RUN NODE_OPTIONS=--max-old-space-size=4096 npm run build
ARG APP_VERSION
ENV LOG_LEVEL=info
ENV APP_VERSION=${APP_VERSION}
USER node
CMD ["node", "dist/server.js"]
