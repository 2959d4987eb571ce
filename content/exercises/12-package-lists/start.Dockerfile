FROM debian:13-slim
RUN apt-get update \
    && apt-get install -y curl git
COPY --chmod=755 report.sh /usr/local/bin/report
USER 1000
CMD ["/usr/local/bin/report"]
