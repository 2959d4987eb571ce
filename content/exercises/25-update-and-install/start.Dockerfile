FROM python:3.13-slim
RUN apt-get update
RUN apt-get install --no-install-recommends ghostscript
RUN apt-get install --no-install-recommends libpq5 poppler-utils
WORKDIR /srv
COPY convert.py ./
USER 10001
CMD ["python", "convert.py"]
