FROM debian:13-slim
ARG MILL_VERSION=2.4.1
ARG MILL_SHA256=5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl \
 && rm -rf /var/lib/apt/lists/*
RUN curl -fsSL -o /tmp/mill.tar.gz \
      https://downloads.example.com/mill/$MILL_VERSION/mill-linux-amd64.tar.gz \
 && echo "$MILL_SHA256  /tmp/mill.tar.gz" | sha256sum -c - \
 && tar -xzf /tmp/mill.tar.gz -C /usr/local/bin mill \
 && rm /tmp/mill.tar.gz
COPY mill.yaml /etc/mill.yaml
USER 10001
CMD ["mill", "serve", "--config=/etc/mill.yaml"]
