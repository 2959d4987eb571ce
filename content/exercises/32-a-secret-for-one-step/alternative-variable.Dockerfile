FROM node:24-slim
WORKDIR /srv
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    --mount=type=secret,id=npm_token,env=NPM_TOKEN \
    echo '//npm.example.com/:_authToken=${NPM_TOKEN}' > .npmrc \
 && npm ci --omit=dev
COPY src ./src
USER node
CMD ["node", "src/server.js"]
