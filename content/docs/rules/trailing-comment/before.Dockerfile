FROM node:26-slim
ENV NODE_ENV=production # not for the build stage
WORKDIR /app
COPY package.json server.js /app/ # rarely changes
EXPOSE 3000 # web
USER 1000:1000
CMD ["node", "server.js"]
