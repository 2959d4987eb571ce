FROM python:3.13-slim AS data
RUN apt-get update \
    && apt-get install -y --no-install-recommends bzip2
COPY cities.tar.bz2 /tmp/
WORKDIR /cities
RUN tar -xjf /tmp/cities.tar.bz2

FROM python:3.13-slim
WORKDIR /srv
COPY --from=data /cities ./
COPY lookup.py ./
USER 1000
CMD ["python", "lookup.py"]
