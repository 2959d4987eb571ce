FROM python:3.13-slim AS data
RUN apt-get update \
    && apt-get install -y --no-install-recommends xz-utils
COPY cities.tar.xz /tmp/
WORKDIR /cities
RUN tar -xJf /tmp/cities.tar.xz

FROM python:3.13-slim
WORKDIR /srv
COPY --from=data /cities ./
COPY lookup.py ./
USER 1000
CMD ["python", "lookup.py"]
