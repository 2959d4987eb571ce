FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1
WORKDIR /srv
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r requirements.txt
COPY report ./report
USER 10001
CMD ["python", "-m", "report"]
