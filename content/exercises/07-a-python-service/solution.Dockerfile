FROM python:3.13-slim
LABEL org.opencontainers.image.authors="shop@example.com"
RUN apt-get update \
    && apt-get install -y --no-install-recommends fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY shop ./shop
ARG RELEASE=dev
ENV RELEASE=${RELEASE}
USER 1000
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--workers", "2", "shop.web:app"]
