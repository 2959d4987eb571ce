FROM node:26-slim
LABEL org.opencontainers.image.title Shop front
ENV NODE_ENV production
WORKDIR /app
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js"]
