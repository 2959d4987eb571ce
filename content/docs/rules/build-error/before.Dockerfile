FROM node:26-slim
WORKDIR /app
COPY --chonw=1000:1000 server.js ./
RNU mkdir data
EXPOSE 3000/tpc
HEALTHCHECK node healthcheck.js
USER 1000:1000
CMD ["node", "server.js"]
