FROM node:26-slim
WORKDIR /app
COPY models/ models/
COPY server.js ./
RUN chown -R 1000:1000 /app
USER 1000:1000
CMD ["node", "server.js"]
