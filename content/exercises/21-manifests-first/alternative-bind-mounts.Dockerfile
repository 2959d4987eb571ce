FROM node:24-slim
WORKDIR /srv
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    npm ci --omit=dev
COPY package.json ./
COPY src ./src
CMD ["node", "src/server.js"]
