FROM python:3.14-slim
WORKDIR /app
COPY app.py ./
USER 10001:10001
ENTRYPOINT exec python3 app.py
CMD ["--port", "8080"]
