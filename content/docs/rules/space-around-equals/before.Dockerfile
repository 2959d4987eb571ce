FROM node:26-slim
WORKDIR /app
ENV NODE_ENV = production
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js"]
