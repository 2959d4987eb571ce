# syntax=docker/dockerfile:1
# The server.
FROM node:26-slim
WORKDIR /app
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js"]
