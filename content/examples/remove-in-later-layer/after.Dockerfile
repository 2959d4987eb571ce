FROM debian:trixie-slim
WORKDIR /srv
ADD maps.tar.gz ./
COPY server ./
USER 10001:10001
CMD ["./server"]
