FROM node:26-slim
ARG GIT_SHA
ENV GIT_SHA=$GIT_SHA
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js"]
