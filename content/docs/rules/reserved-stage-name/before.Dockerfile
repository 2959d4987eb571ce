FROM alpine:3.23 AS context
RUN mkdir /files && date > /files/built

FROM alpine:3.23
COPY --from=context /files /files
USER 10001:10001
CMD ["cat", "/files/built"]
