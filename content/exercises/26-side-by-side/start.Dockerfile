FROM node:24-slim AS web
WORKDIR /src
COPY . .
WORKDIR /src/web
RUN npm ci
RUN npm run build

FROM golang:1.26 AS api
WORKDIR /src
COPY --from=web /src .
WORKDIR /src/api
RUN go mod download
RUN CGO_ENABLED=0 go build -o /bin/server .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=api /bin/server /bin/server
COPY --from=api /src/web/dist /srv/pages
CMD ["/bin/server", "--pages=/srv/pages"]
