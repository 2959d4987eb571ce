FROM debian:13-slim AS tool
ADD --checksum=sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef \
    https://downloads.example.com/mill/2.4.1/mill-linux-amd64.tar.gz /tmp/mill.tar.gz
RUN tar -xzf /tmp/mill.tar.gz -C /usr/local/bin mill

FROM node:24-slim
ENV NODE_ENV=production
RUN apt-get update \
 && apt-get install -y --no-install-recommends ghostscript tini \
 && rm -rf /var/lib/apt/lists/*
COPY --from=tool /usr/local/bin/mill /usr/local/bin/mill
WORKDIR /srv
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    --mount=type=secret,id=npmrc,target=/srv/.npmrc \
    npm ci --omit=dev
COPY --chmod=755 <<'EOF' /usr/local/bin/start.sh
#!/bin/sh
set -e
node scripts/migrate.js
exec "$@"
EOF
COPY scripts ./scripts
COPY src ./src
RUN install -d -o node -g node data
USER node
ENTRYPOINT ["tini", "--", "start.sh"]
CMD ["node", "src/server.js"]
