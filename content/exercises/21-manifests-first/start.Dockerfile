FROM node:24-slim
WORKDIR /srv
COPY . .
RUN npm ci --omit=dev
CMD ["node", "src/server.js"]
