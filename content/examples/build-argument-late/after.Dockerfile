# syntax=docker/dockerfile:1
FROM python:3.14-slim
WORKDIR /app
RUN --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \
    --mount=type=cache,target=/root/.cache/pip \
    pip install -r /tmp/requirements.txt
COPY app ./app
ARG GIT_SHA
LABEL org.opencontainers.image.revision=$GIT_SHA
USER 10001:10001
EXPOSE 8000
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
