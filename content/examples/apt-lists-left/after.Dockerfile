FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    ca-certificates \
    curl \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY --chmod=755 check-links.sh ./
USER 10001:10001
CMD ["./check-links.sh"]
