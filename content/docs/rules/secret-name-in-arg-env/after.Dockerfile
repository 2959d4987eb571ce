# syntax=docker/dockerfile:1
FROM python:3.14-slim
WORKDIR /app
COPY fetch_model.py ./
RUN --mount=type=secret,id=model_token,env=MODEL_TOKEN python3 fetch_model.py
COPY app.py ./
USER 10001:10001
CMD ["python3", "app.py"]
