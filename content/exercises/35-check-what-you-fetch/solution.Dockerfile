FROM debian:13-slim AS fetched
ADD --checksum=sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef \
    https://downloads.example.com/mill/2.4.1/mill-linux-amd64.tar.gz /tmp/mill.tar.gz
RUN tar -xzf /tmp/mill.tar.gz -C /usr/local/bin mill

FROM debian:13-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/*
COPY --from=fetched /usr/local/bin/mill /usr/local/bin/mill
COPY mill.yaml /etc/mill.yaml
USER 10001
CMD ["mill", "serve", "--config=/etc/mill.yaml"]
