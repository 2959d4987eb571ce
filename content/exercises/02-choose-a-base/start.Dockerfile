FROM python:3.9-slim
WORKDIR /srv/report
COPY report.py ./
USER 1000
CMD ["python", "report.py", "--since", "yesterday"]
