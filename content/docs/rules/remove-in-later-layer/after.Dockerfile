FROM debian:trixie-slim
RUN --mount=type=bind,source=report-tool.deb,target=/tmp/report-tool.deb \
    dpkg -i /tmp/report-tool.deb
USER 10001:10001
CMD ["report-tool", "--serve"]
