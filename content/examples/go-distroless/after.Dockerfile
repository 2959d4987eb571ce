# syntax=docker/dockerfile:1
FROM golang:1.27 AS build
WORKDIR /src
ENV CGO_ENABLED=0
RUN --mount=type=bind,source=go.mod,target=go.mod \
    --mount=type=bind,source=go.sum,target=go.sum \
    --mount=type=cache,target=/go/pkg/mod \
    go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -trimpath -ldflags="-s -w" -o /server .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --link --from=build /server /server
EXPOSE 8080
ENTRYPOINT ["/server"]
