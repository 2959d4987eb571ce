FROM node:26-slim
RUN addgroup -S -g 10001 app && adduser -S -H -u 10001 -G app app
WORKDIR /app
COPY server.js ./
USER 10001:10001
CMD ["node", "server.js"]
