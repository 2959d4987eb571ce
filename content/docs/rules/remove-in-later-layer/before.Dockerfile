FROM debian:trixie-slim
COPY report-tool.deb /tmp/
RUN dpkg -i /tmp/report-tool.deb \
    && rm /tmp/report-tool.deb
USER 10001:10001
CMD ["report-tool", "--serve"]
