FROM node:26-slim
ARG NPM_TOKEN
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm config set //npm.example.com/:_authToken=$NPM_TOKEN \
 && npm ci --omit=dev \
 && npm cache clean --force
COPY src ./src
USER 1000:1000
CMD ["node", "src/server.js"]
