FROM node:24-slim
WORKDIR /srv
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY --chmod=755 <<'EOF' /usr/local/bin/start.sh
#!/bin/sh
set -e
node scripts/migrate.js
"$@"
EOF
COPY scripts ./scripts
COPY src ./src
USER node
ENTRYPOINT ["start.sh"]
CMD node src/server.js
