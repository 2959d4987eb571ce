FROM python:3.13-slim
WORKDIR /srv
RUN --mount=type=bind,source=cities.tar.bz2,target=/tmp/cities.tar.bz2 \
    apt-get update \
    && apt-get install -y --no-install-recommends bzip2 \
    && tar -xjf /tmp/cities.tar.bz2 -C /srv \
    && apt-get purge -y --auto-remove bzip2 \
    && rm -rf /var/lib/apt/lists/*
COPY lookup.py ./
USER 1000
CMD ["python", "lookup.py"]
