# syntax=docker/dockerfile:1
FROM rust:1.98 AS build
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
COPY src ./src
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked \
 && cp target/release/server /server

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --link --from=build /server /server
EXPOSE 8080
ENTRYPOINT ["/server"]
