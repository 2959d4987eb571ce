# syntax=docker/dockerfile:1
FROM python:3.14-slim
WORKDIR /app
COPY fetch_model.py ./
RUN MODEL_TOKEN=a1B2c3D4e5 python3 fetch_model.py
COPY app.py ./
USER 10001:10001
CMD ["python3", "app.py"]
