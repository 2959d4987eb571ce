FROM python:3.14-slim
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
ARG VCS_REF
LABEL org.opencontainers.image.revision=$VCS_REF
COPY app.py ./
USER 10001:10001
CMD ["python", "app.py"]
