FROM node:24-slim
ARG NPM_TOKEN
WORKDIR /srv
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    echo "//npm.example.com/:_authToken=$NPM_TOKEN" > .npmrc \
 && npm ci --omit=dev \
 && rm .npmrc
COPY src ./src
USER node
CMD ["node", "src/server.js"]
