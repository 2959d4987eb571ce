ARG REVISION=unknown

FROM python:3.13-slim AS installed
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpq5 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt

FROM installed
ARG REVISION
ENV APP_REVISION=$REVISION
COPY service ./service
USER 10001
CMD ["gunicorn", "--bind=0.0.0.0:8000", "service:app"]
