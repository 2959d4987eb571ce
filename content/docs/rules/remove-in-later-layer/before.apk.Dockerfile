FROM python:3.14-alpine
WORKDIR /app
COPY requirements.txt ./
RUN apk add --no-cache --virtual .build-deps build-base
RUN pip install --no-cache-dir -r requirements.txt
RUN apk del .build-deps
COPY app.py ./
USER 10001:10001
CMD ["python", "app.py"]
