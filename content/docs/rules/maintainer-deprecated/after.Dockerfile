FROM alpine:3.24
LABEL org.opencontainers.image.authors="Jo Doe <jo@example.org>"
USER 1000:1000
CMD ["cat", "/etc/os-release"]
