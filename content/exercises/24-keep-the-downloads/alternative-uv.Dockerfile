FROM python:3.13-slim
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv
ENV PYTHONUNBUFFERED=1 UV_LINK_MODE=copy
WORKDIR /srv
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/uv \
    uv pip install --system -r requirements.txt
COPY report ./report
USER 10001
CMD ["python", "-m", "report"]
