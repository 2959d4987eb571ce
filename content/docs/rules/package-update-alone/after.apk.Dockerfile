FROM alpine:3.24
RUN apk add --no-cache curl
USER 10001:10001
CMD ["curl", "--version"]
