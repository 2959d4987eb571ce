FROM debian:13-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl \
 && rm -rf /var/lib/apt/lists/*
RUN curl -sSL https://downloads.example.com/mill/install.sh | sh
COPY mill.yaml /etc/mill.yaml
USER 10001
CMD ["mill", "serve", "--config=/etc/mill.yaml"]
