FROM debian:13-slim
ARG MODE=production
WORKDIR /app
COPY server.conf server.dev.conf ./
RUN if [ "$MODE" == production ]; then cp server.conf active.conf; \
    else cp server.dev.conf active.conf; fi
USER 10001:10001
CMD ["cat", "active.conf"]
