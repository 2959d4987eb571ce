FROM node:26-slim
WORKDIR /app
ENV APP_HOME=/app
ENV CONFIG_DIR=$APP_HOME/config
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js"]
