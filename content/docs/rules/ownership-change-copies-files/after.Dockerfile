FROM node:26-slim
WORKDIR /app
COPY --chown=1000:1000 models/ models/
COPY --chown=1000:1000 server.js ./
USER 1000:1000
CMD ["node", "server.js"]
