FROM node:24-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ghostscript \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY worker.js ./
USER node
CMD ["node", "worker.js"]
