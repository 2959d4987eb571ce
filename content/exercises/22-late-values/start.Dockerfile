FROM python:3.13-slim
ARG REVISION=unknown
ENV APP_REVISION=$REVISION
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpq5 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY service ./service
USER 10001
CMD ["gunicorn", "--bind=0.0.0.0:8000", "service:app"]
