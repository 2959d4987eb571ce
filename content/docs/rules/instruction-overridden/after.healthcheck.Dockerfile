FROM node:26-slim
WORKDIR /app
COPY server.js healthcheck.js ./
USER 1000:1000
HEALTHCHECK CMD ["node", "healthcheck.js"]
CMD ["node", "server.js"]
