FROM alpine
RUN apk add --no-cache rsync
COPY --chmod=755 backup.sh /usr/local/bin/
USER 10001:10001
CMD ["backup.sh"]
