FROM alpine:3.23 AS files
RUN mkdir /files && date > /files/built

FROM alpine:3.23
COPY --from=files /files /files
USER 10001:10001
CMD ["cat", "/files/built"]
