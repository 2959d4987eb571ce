# syntax=docker/dockerfile:1
FROM python:3.14 AS build
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \
    --mount=type=cache,target=/root/.cache/pip \
    pip install -r /tmp/requirements.txt

FROM python:3.14-slim
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY --link --from=build /opt/venv /opt/venv
COPY app ./app
USER 10001:10001
EXPOSE 8000
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
