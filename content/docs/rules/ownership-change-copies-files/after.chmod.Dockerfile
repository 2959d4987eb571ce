FROM debian:trixie-slim
COPY --chmod=755 tools/ /opt/tools/
USER 10001:10001
CMD ["/opt/tools/serve"]
