FROM node:24-alpine
RUN apk add --no-cache ca-certificates git
WORKDIR /app
COPY package.json ./
COPY src ./src
USER node
CMD ["node", "src/server.js"]
