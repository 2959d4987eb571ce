FROM node:26-slim
# not for the build stage
ENV NODE_ENV=production
WORKDIR /app
# rarely changes
COPY package.json server.js /app/
# web
EXPOSE 3000
USER 1000:1000
CMD ["node", "server.js"]
