FROM node:24-slim AS development
WORKDIR /srv
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src

FROM development AS test
COPY test ./test
RUN npm test && touch /passed

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /srv
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY src ./src
RUN --mount=type=bind,from=test,source=/passed,target=/tmp/passed true
USER node
CMD ["node", "src/server.js"]
