FROM node:26-slim
WORKDIR /app
COPY --chown=1000:1000 server.js ./
RUN mkdir data
EXPOSE 3000/tcp
HEALTHCHECK CMD node healthcheck.js
USER 1000:1000
CMD ["node", "server.js"]
