FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    ca-certificates \
    curl
WORKDIR /srv
COPY --chmod=755 check-links.sh ./
USER 10001:10001
CMD ["./check-links.sh"]
