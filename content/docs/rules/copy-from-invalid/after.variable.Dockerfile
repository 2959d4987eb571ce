ARG UV_VERSION=0.9.2

FROM ghcr.io/astral-sh/uv:${UV_VERSION} AS uv

FROM python:3.14-slim
COPY --from=uv /uv /usr/local/bin/uv
USER 10001:10001
CMD ["uv", "--version"]
