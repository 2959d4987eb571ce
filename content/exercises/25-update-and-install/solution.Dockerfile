FROM python:3.13-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      ghostscript \
      libpq5 \
      poppler-utils \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY convert.py ./
USER 10001
CMD ["python", "convert.py"]
