# syntax=docker/dockerfile:1
FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
COPY src ./src
COPY --chmod=755 <<'EOF' /usr/local/bin/start.sh
#!/bin/sh
set -e
node src/migrate.js
"$@"
EOF
USER 1000:1000
ENTRYPOINT ["start.sh"]
CMD ["node", "src/server.js"]
