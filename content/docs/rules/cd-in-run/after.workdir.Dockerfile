FROM debian:trixie-slim
COPY site /site
WORKDIR /site
RUN tar -czf site.tgz pages
USER 1000:1000
CMD ["sleep", "60"]
