FROM node:24-slim
ARG NPM_TOKEN
ENV NODE_ENV=production
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl ghostscript \
 && rm -rf /var/lib/apt/lists/*
RUN curl -sSL https://downloads.example.com/mill/install.sh | sh
WORKDIR /srv
COPY . .
RUN --mount=type=cache,target=/root/.npm \
    echo "//npm.example.com/:_authToken=$NPM_TOKEN" > .npmrc \
 && npm ci --omit=dev
RUN rm .npmrc
RUN mkdir data && chmod -R 777 /srv
COPY --chmod=755 <<'EOF' /usr/local/bin/start.sh
#!/bin/sh
set -e
node scripts/migrate.js
npm start
EOF
ENTRYPOINT ["start.sh"]
