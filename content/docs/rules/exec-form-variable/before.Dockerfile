FROM node:26-slim
WORKDIR /app
ENV PORT=8080
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js", "--port", "$PORT"]
