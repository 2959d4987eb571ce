FROM node:26-slim
COPY server.js /app/
USER 1000:1000
CMD ["node", "/app/server.js"]
