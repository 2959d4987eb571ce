FROM node:24-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends tini \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json ./
COPY src ./src
USER node
ENTRYPOINT ["tini", "--", "node", "src/import.js"]
CMD ["--every", "60"]
