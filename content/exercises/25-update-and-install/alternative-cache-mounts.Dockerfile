FROM python:3.13-slim
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    --mount=type=cache,target=/var/cache/apt,sharing=locked \
    apt-get update \
 && apt-get install -y --no-install-recommends ghostscript libpq5 poppler-utils
WORKDIR /srv
COPY convert.py ./
USER 10001
CMD ["python", "convert.py"]
