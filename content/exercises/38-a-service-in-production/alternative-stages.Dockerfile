FROM node:24-slim AS dependencies
WORKDIR /srv
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN <<EOF
set -e
echo "//npm.example.com/:_authToken=$NPM_TOKEN" > .npmrc
npm ci --omit=dev
rm .npmrc
EOF

FROM node:24-slim AS tool
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl
RUN curl -fsSLo /tmp/mill.tar.gz https://downloads.example.com/mill/2.4.1/mill-linux-amd64.tar.gz \
 && echo "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef  /tmp/mill.tar.gz" | sha256sum -c - \
 && tar -xzf /tmp/mill.tar.gz -C /usr/local/bin mill

FROM node:24-slim
ENV NODE_ENV=production
RUN apt-get update \
 && apt-get install -y --no-install-recommends dumb-init ghostscript \
 && rm -rf /var/lib/apt/lists/*
COPY --from=tool /usr/local/bin/mill /usr/local/bin/
WORKDIR /srv
COPY --from=dependencies /srv/node_modules ./node_modules
COPY package.json ./
COPY scripts ./scripts
COPY src ./src
USER node
WORKDIR /srv/data
WORKDIR /srv
ENTRYPOINT ["dumb-init", "sh", "-c", "node scripts/migrate.js && exec node src/server.js"]
