ARG UV_VERSION=0.9.2

FROM python:3.14-slim
ARG UV_VERSION
COPY --from=ghcr.io/astral-sh/uv:${UV_VERSION} /uv /usr/local/bin/uv
USER 10001:10001
CMD ["uv", "--version"]
