FROM debian:trixie-slim
COPY site /site
RUN cd /site && tar -czf site.tgz pages
USER 1000:1000
CMD ["sleep", "60"]
