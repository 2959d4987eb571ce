FROM python:3.14-slim
WORKDIR /srv
RUN install -d -o 10001 -g 10001 uploads
COPY data ./data
COPY app.py ./
USER 10001:10001
CMD ["python", "app.py"]
