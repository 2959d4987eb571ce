FROM debian:trixie-slim
RUN sudo apt-get update \
    && sudo apt-get install -y --no-install-recommends ca-certificates \
    && sudo rm -rf /var/lib/apt/lists/*
USER 10001:10001
CMD ["openssl", "version"]
