FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY . .
RUN npm install --omit=dev
USER 1000:1000
CMD ["node", "src/server.js"]
