# syntax=docker/dockerfile:1
FROM scratch AS installer
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d \
    https://example.org/install.sh /

FROM buildpack-deps:trixie-curl
RUN --mount=type=bind,from=installer,target=/installer bash /installer/install.sh
USER 10001:10001
CMD ["tool", "serve"]
