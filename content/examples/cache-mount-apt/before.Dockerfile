# syntax=docker/dockerfile:1
FROM debian:trixie-slim
RUN --mount=type=cache,target=/var/cache/apt \
    apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY --chmod=755 convert.sh ./
USER 10001:10001
CMD ["./convert.sh"]
