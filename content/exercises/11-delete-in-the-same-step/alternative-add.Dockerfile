FROM python:3.13-slim
WORKDIR /srv
ADD cities.tar.bz2 ./
COPY lookup.py ./
USER 1000
CMD ["python", "lookup.py"]
