FROM alpine:3.24
RUN apk add curl
USER 10001:10001
CMD ["curl", "--version"]
