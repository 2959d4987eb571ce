FROM debian:trixie-slim
WORKDIR /srv
COPY maps.tar.gz ./
RUN tar -xzf maps.tar.gz
RUN rm maps.tar.gz
COPY server ./
USER 10001:10001
CMD ["./server"]
