FROM python
MAINTAINER shop@example.com
ARG RELEASE=dev
ADD . .
RUN apt-get update
RUN apt-get install -y fonts-dejavu-core
RUN pip install -r requirements-dev.txt
EXPOSE 8000
CMD gunicorn --bind 0.0.0.0:8000 --workers 2 shop.web:app
