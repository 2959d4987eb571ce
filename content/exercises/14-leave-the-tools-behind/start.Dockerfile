FROM python:3.13-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential libpq-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY service ./service
USER 1000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "service.web:app"]
