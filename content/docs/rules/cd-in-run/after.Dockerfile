FROM node:26-slim
RUN mkdir /app
WORKDIR /app
COPY server.js /app/
USER 1000:1000
CMD ["node", "server.js"]
