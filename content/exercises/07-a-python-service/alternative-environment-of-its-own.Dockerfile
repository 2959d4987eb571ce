FROM python:3.13-slim AS dependencies
COPY requirements.txt ./
RUN python -m venv /opt/shop \
    && /opt/shop/bin/pip install --no-cache-dir -r requirements.txt

FROM python:3.13-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*
COPY --from=dependencies /opt/shop /opt/shop
ENV PATH=/opt/shop/bin:$PATH
WORKDIR /srv
COPY shop ./shop
ARG RELEASE=dev
ENV RELEASE=${RELEASE}
USER 1000
EXPOSE 8000
ENTRYPOINT ["gunicorn", "--bind", "0.0.0.0:8000", "--workers", "2"]
CMD ["shop.web:app"]
