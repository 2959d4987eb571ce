FROM node:26-alpine
RUN groupadd -r -g 10001 app && useradd -r -M -u 10001 -g app app
WORKDIR /app
COPY server.js ./
USER 10001:10001
CMD ["node", "server.js"]
