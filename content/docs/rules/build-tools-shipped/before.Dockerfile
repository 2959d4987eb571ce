FROM golang:1.27
WORKDIR /src
COPY go.mod go.sum ./
COPY cmd/ cmd/
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -o /usr/local/bin/server ./cmd/server
USER 65532:65532
CMD ["server"]
