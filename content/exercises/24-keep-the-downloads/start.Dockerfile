FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
WORKDIR /srv
COPY requirements.txt ./
RUN --mount=type=cache,target=/var/cache/pip \
    pip install --no-cache-dir -r requirements.txt
COPY report ./report
USER 10001
CMD ["python", "-m", "report"]
