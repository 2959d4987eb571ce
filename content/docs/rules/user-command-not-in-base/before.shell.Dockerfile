FROM alpine:3.24
WORKDIR /app
COPY run.sh ./
USER 10001:10001
CMD ["bash", "/app/run.sh"]
