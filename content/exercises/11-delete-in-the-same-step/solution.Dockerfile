FROM python:3.13-slim
WORKDIR /srv
RUN --mount=type=bind,source=cities.tar.xz,target=/tmp/cities.tar.xz \
    apt-get update \
    && apt-get install -y --no-install-recommends xz-utils \
    && tar -xJf /tmp/cities.tar.xz -C /srv \
    && apt-get purge -y --auto-remove xz-utils \
    && rm -rf /var/lib/apt/lists/*
COPY lookup.py ./
USER 1000
CMD ["python", "lookup.py"]
