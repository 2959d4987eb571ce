FROM debian:trixie
COPY tools/ /opt/tools/
USER 10001:10001
CMD ["/opt/tools/serve"]
