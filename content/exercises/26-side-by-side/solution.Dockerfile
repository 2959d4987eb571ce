FROM node:24-slim AS web
WORKDIR /web
COPY web/package.json web/package-lock.json ./
RUN npm ci
COPY web ./
RUN npm run build

FROM golang:1.26 AS api
WORKDIR /api
COPY api/go.mod api/go.sum ./
RUN go mod download
COPY api ./
RUN CGO_ENABLED=0 go build -o /bin/server .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=api /bin/server /bin/server
COPY --from=web /web/dist /srv/pages
CMD ["/bin/server", "--pages=/srv/pages"]
