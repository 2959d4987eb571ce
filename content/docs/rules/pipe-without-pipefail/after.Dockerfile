FROM debian:trixie-slim
WORKDIR /opt/tool
RUN --mount=type=bind,source=tool.tar.gz,target=/tmp/tool.tar.gz \
    set -o pipefail && gzip -dc /tmp/tool.tar.gz | tar x --strip-components=1
USER 10001:10001
CMD ["/opt/tool/bin/tool"]
