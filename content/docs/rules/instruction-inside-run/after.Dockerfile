FROM debian:trixie-slim
RUN mkdir /data && \
    chown 1000:1000 /data
USER 1000:1000
CMD ["sleep", "60"]
