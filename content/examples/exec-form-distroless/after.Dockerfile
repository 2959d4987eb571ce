# syntax=docker/dockerfile:1
FROM golang:1.27 AS build
WORKDIR /src
ENV CGO_ENABLED=0
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -trimpath -o /server .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --link --from=build /server /server
ENTRYPOINT ["/server"]
CMD ["--port", "8080"]
