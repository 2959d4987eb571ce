FROM debian:trixie-slim
COPY tools/ /opt/tools/
RUN chmod -R 755 /opt/tools
USER 10001:10001
CMD ["/opt/tools/serve"]
