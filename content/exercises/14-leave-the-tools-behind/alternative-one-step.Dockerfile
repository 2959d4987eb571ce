FROM python:3.13-slim
WORKDIR /srv
COPY requirements.txt ./
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential libpq-dev libpq5 \
    && pip install --no-cache-dir -r requirements.txt \
    && apt-get purge -y --auto-remove build-essential libpq-dev \
    && rm -rf /var/lib/apt/lists/*
COPY service ./service
USER 1000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "service.web:app"]
