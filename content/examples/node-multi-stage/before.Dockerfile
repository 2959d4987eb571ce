FROM node:26
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
USER 1000:1000
EXPOSE 3000
CMD ["node", "dist/server.js"]
