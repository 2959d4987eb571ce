FROM debian:trixie-slim
WORKDIR /srv
COPY --chmod=755 server ./
COPY config.toml ./
EXPOSE 8080
CMD ["./server", "--config", "config.toml"]
