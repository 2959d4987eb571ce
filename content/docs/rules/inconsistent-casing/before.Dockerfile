FROM golang:1.27 as Build
WORKDIR /src
COPY go.mod go.sum ./
run go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /out/server .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=Build /out/server /server
USER 65532:65532
EXPOSE 8080/TCP
ENTRYPOINT ["/server"]
