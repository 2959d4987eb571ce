FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y imagemagick \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY --chmod=755 thumbnails.sh ./
USER 10001:10001
CMD ["./thumbnails.sh"]
