FROM python:3.13-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends xz-utils \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY cities.tar.xz /tmp/
RUN tar -xJf /tmp/cities.tar.xz -C /srv
COPY lookup.py ./
RUN rm /tmp/cities.tar.xz \
    && apt-get purge -y --auto-remove xz-utils
USER 1000
CMD ["python", "lookup.py"]
