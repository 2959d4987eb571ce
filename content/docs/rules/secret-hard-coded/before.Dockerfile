FROM python:3.14-slim
WORKDIR /app
ENV DATABASE_URL=postgres://app:hunter22@db.example.org/app
COPY app.py ./
USER 10001:10001
CMD ["python3", "app.py"]
