FROM node:24-slim AS web
WORKDIR /web
COPY web/package.json web/package-lock.json ./
RUN npm ci
COPY web ./
RUN npm run build

FROM golang:1.26 AS api
WORKDIR /api
RUN --mount=type=bind,source=api/go.mod,target=go.mod \
    --mount=type=bind,source=api/go.sum,target=go.sum \
    go mod download
RUN --mount=type=bind,source=api,target=. \
    CGO_ENABLED=0 go build -o /bin/server .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=api /bin/server /bin/server
COPY --from=web /web/dist /srv/pages
CMD ["/bin/server", "--pages=/srv/pages"]
