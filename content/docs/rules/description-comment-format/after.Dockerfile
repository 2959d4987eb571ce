# NODE_TAG the tag of the base image
ARG NODE_TAG=26-slim
FROM node:$NODE_TAG
WORKDIR /app
COPY server.js ./
USER 1000:1000
CMD ["node", "server.js"]
