FROM node:26-slim
ARG PORT=8080
WORKDIR /app
COPY server.js ./
USER 1000:1000
CMD exec node server.js --port $PORT
