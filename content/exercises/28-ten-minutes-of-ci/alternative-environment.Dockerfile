FROM node:24-slim AS web
WORKDIR /web
COPY web/package.json web/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY web ./
RUN npm run build

FROM python:3.13-slim AS installed
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv
ENV UV_LINK_MODE=copy PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/uv \
    uv venv /venv && uv pip install --python /venv -r requirements.txt

FROM installed AS test
RUN --mount=type=cache,target=/root/.cache/uv \
    --mount=type=bind,source=requirements-dev.txt,target=requirements-dev.txt \
    uv pip install --python /venv -r requirements-dev.txt
COPY service ./service
COPY tests ./tests
RUN /venv/bin/python -m pytest tests && touch /passed

FROM python:3.13-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpq5 poppler-utils \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
COPY --from=installed /venv /venv
COPY --from=web /web/dist ./static
COPY service ./service
RUN --mount=type=bind,from=test,source=/passed,target=/tmp/passed true
ARG GIT_COMMIT=unknown
ENV GIT_COMMIT=$GIT_COMMIT
USER 10001
CMD ["gunicorn", "--bind=0.0.0.0:8000", "service:app"]
