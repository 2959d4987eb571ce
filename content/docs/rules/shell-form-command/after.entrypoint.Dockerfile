FROM python:3.14-slim
WORKDIR /app
COPY app.py ./
ENV PORT=8080
USER 10001:10001
ENTRYPOINT exec python3 app.py --port $PORT
