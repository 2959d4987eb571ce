# syntax=docker/dockerfile:1
FROM python:3.14-slim
ADD --chmod=755 \
    https://github.com/krallin/tini/releases/download/v0.19.0/tini \
    /usr/local/bin/tini
WORKDIR /app
COPY app.py ./
USER 10001:10001
ENTRYPOINT ["tini", "--"]
CMD ["python", "app.py"]
