FROM python:3.14-slim
WORKDIR /srv
COPY data ./data
COPY app.py ./
RUN chown -R 10001:10001 /srv
USER 10001:10001
CMD ["python", "app.py"]
