FROM node:26-slim
WORKDIR /app
COPY server.js ./
ENV PORT=8080
USER 1000:1000
CMD ["sh", "-c", "node server.js --port $PORT"]
