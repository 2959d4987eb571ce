FROM python:3.13-slim
RUN apt-get update
RUN apt-get install -y --no-install-recommends ghostscript libpq5
RUN apt-get install --no-install-recommends poppler-utils
WORKDIR /srv
COPY convert.py ./
USER 10001
CMD ["python", "convert.py"]
