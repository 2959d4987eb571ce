FROM debian:trixie-slim
RUN groupadd --gid 10001 app \
 && useradd --no-log-init --uid 10001 --gid app app
WORKDIR /srv
COPY --chmod=755 server ./
COPY config.toml ./
USER 10001:10001
EXPOSE 8080
CMD ["./server", "--config", "config.toml"]
