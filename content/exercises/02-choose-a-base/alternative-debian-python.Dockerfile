FROM debian:13-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/report
COPY report.py ./
USER 1000
CMD ["python3", "report.py", "--since", "yesterday"]
