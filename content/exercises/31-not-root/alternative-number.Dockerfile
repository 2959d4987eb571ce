FROM python:3.13-slim
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY service ./service
USER 10001:10001
WORKDIR /srv/data
WORKDIR /srv
CMD ["gunicorn", "--bind=0.0.0.0:8000", "service:app"]
