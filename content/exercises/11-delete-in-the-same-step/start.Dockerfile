FROM python:3.13-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends bzip2 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY cities.tar.bz2 /tmp/
RUN tar -xjf /tmp/cities.tar.bz2 -C /srv
COPY lookup.py ./
RUN rm /tmp/cities.tar.bz2 \
    && apt-get purge -y --auto-remove bzip2
USER 1000
CMD ["python", "lookup.py"]
