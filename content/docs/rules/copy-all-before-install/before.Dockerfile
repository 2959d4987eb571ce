FROM node:26-slim
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
USER 1000:1000
CMD ["node", "server.js"]
