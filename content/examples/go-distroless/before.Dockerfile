FROM golang:1.27
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /server .
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/server"]
