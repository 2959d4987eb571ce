FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY cmd ./cmd
COPY internal ./internal
RUN CGO_ENABLED=0 go build -o /bin/orders ./cmd/orders

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /bin/orders /bin/orders
CMD ["/bin/orders", "--port=8080"]
