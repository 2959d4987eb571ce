FROM node:24-slim AS web
WORKDIR /web
COPY web/package.json web/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY web ./
RUN npm run build

FROM python:3.13-slim AS installed
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpq5 poppler-utils \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt

FROM installed AS test
COPY requirements-dev.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements-dev.txt
COPY service ./service
COPY tests ./tests
RUN pytest tests

FROM installed
COPY --from=web /web/dist ./static
COPY --from=test /app/service ./service
ARG GIT_COMMIT=unknown
ENV GIT_COMMIT=$GIT_COMMIT
USER 10001
CMD ["gunicorn", "--bind=0.0.0.0:8000", "service:app"]
