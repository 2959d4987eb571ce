FROM python:3.14-slim AS build
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir -r requirements.txt

FROM python:3.13-slim
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY app.py ./
USER 10001:10001
CMD ["/opt/venv/bin/python", "app.py"]
