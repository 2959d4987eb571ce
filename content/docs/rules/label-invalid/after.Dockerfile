FROM node:26-slim
WORKDIR /app
LABEL org.opencontainers.image.version=1.0
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js"]
