FROM node:26-slim
RUN groupadd --system --gid 10001 app && useradd --system --no-create-home --uid 10001 --gid app app
WORKDIR /app
COPY server.js ./
USER 10001:10001
CMD ["node", "server.js"]
