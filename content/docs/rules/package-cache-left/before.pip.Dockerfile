FROM python:3.14-slim
WORKDIR /app
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY app.py ./
USER 10001:10001
CMD ["python", "app.py"]
