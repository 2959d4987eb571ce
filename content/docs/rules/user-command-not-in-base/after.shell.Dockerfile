FROM alpine:3.24
WORKDIR /app
COPY run.sh ./
USER 10001:10001
CMD ["sh", "/app/run.sh"]
