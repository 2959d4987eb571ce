FROM python:3.13-slim
RUN useradd --system --uid 10001 app
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY service ./service
RUN install -d -o app data
USER 10001
CMD ["gunicorn", "--bind=0.0.0.0:8000", "service:app"]
