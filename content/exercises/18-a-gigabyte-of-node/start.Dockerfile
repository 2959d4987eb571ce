FROM node:24
WORKDIR /usr/src/app
RUN apt-get update
RUN apt-get install -y build-essential poppler-utils vim
COPY . .
RUN npm install
RUN npm run build
RUN npm prune --omit=dev
RUN rm -rf src test docs .git
RUN apt-get purge -y build-essential && apt-get clean
RUN chown -R node:node /usr/src/app
USER node
EXPOSE 3000
CMD npm start
