import { dynamicBinaryWithoutLibc } from '../../src/rules/dynamic-binary-without-libc.js';
import { testRule } from '../support/rule-table.js';

const go = (run: string, copy = '/server', final = 'scratch', base = 'golang:1.27') =>
  `FROM ${base} AS build\nWORKDIR /src\n${run}\nFROM ${final}\nCOPY --from=build ${copy} /app`;
const rust = (run: string, copy = '/src/target/release/app', final = 'scratch', base = 'rust:1.98') =>
  `FROM ${base} AS build\nWORKDIR /src\n${run}\nFROM ${final}\nCOPY --from=build ${copy} /app`;

testRule(dynamicBinaryWithoutLibc, {
  finds: [
    {
      source: go('RUN «go build» -o /server .'),
      repaired: go('RUN CGO_ENABLED=0 go build -o /server .'),
      variant: 'go',
      safety: 'suggested',
      severity: 'warning',
    },
    {
      source: go(
        'RUN --mount=type=cache,target=/c \\\n    GOOS=linux «go build» -o /out/ ./cmd/server',
        '/out/server',
        'gcr.io/distroless/static-debian13:nonroot',
      ),
      repaired: go(
        'RUN --mount=type=cache,target=/c \\\n    CGO_ENABLED=0 GOOS=linux go build -o /out/ ./cmd/server',
        '/out/server',
        'gcr.io/distroless/static-debian13:nonroot',
      ),
      variant: 'go',
    },
    { title: 'named after the folder', source: go('RUN «go build» ./cmd/server', '/src/server'), variant: 'go' },
    { title: 'a folder is copied', source: go('RUN «go build» -o bin/server .', '/src/bin/') },
    { source: go('RUN «go install» example.com/tool@v1.2.3', '/go/bin/tool') },
    { source: go('ENV CGO_ENABLED=1\nRUN «go build» -o /server .'), variant: 'go', noFix: true },
    { title: 'moved in the next RUN', source: go('RUN «go build» -o app .\nRUN mv app /server') },
    {
      title: 'Alpine with a compiler',
      source: go(
        'RUN apk add --no-cache gcc musl-dev\nRUN «go build» -o /server .',
        '/server',
        'scratch',
        'golang:1.27-alpine',
      ),
    },
    {
      title: 'exec form',
      source: go('RUN ["«go", "build»", "-o", "/server", "."]'),
      repaired: go('ENV CGO_ENABLED=0\nRUN ["go", "build", "-o", "/server", "."]'),
    },
    {
      source: rust(
        'RUN «cargo build» --release --locked',
        '/src/target/release/app',
        'gcr.io/distroless/static-debian13:nonroot',
      ),
      repaired: rust(
        'RUN cargo build --release --locked',
        '/src/target/release/app',
        'gcr.io/distroless/cc-debian13:nonroot',
      ),
      variant: 'rust',
      safety: 'suggested',
    },
    {
      source: rust('RUN «cargo build» --release && cp target/release/app /usr/local/bin/app', '/usr/local/bin/app'),
      repaired: rust(
        'RUN cargo build --release && cp target/release/app /usr/local/bin/app',
        '/usr/local/bin/app',
        'gcr.io/distroless/cc-debian13:nonroot',
      ),
      variant: 'rust',
    },
    { source: rust('RUN «cargo install» --path .', '/usr/local/cargo/bin/app'), variant: 'rust' },
  ],
  silent: [
    go('RUN CGO_ENABLED=0 go build -o /server .'),
    go('ENV CGO_ENABLED=0\nRUN go build -o /server .'),
    go('RUN export CGO_ENABLED=0 && go build -o /server .'),
    go('RUN go env -w CGO_ENABLED=0\nRUN go build -o /server .'),
    go(`RUN go build -ldflags '-s -w -extldflags "-static"' -o /server .`),
    go('RUN go build -tags netgo,osusergo -o /server .'),
    {
      title: 'no C compiler, no cgo',
      source: go('RUN go build -o /server .', '/server', 'scratch', 'golang:1.27-alpine'),
    },
    { title: 'another architecture: cgo is off', source: go('RUN GOARCH=arm64 go build -o /server .') },
    {
      title: 'an image with glibc',
      source: go('RUN go build -o /server .', '/server', 'gcr.io/distroless/base-debian13:nonroot'),
    },
    {
      title: '`incompatible-artifact-copy` speaks about musl',
      source: go('RUN go build -o /server .', '/server', 'alpine:3.24'),
    },
    { title: 'another file', source: go('RUN go build -o /server .', '/src/config.yaml') },
    { title: 'an unknown image', source: go('RUN go build -o /server .', '/server', 'scratch', 'example.com/go') },
    {
      title: 'libraries come along',
      source: `${go('RUN go build -o /server .')}\nCOPY --from=build /lib/x86_64-linux-gnu/libc.so.6 /lib/`,
    },
    rust('RUN cargo build --release', '/src/target/release/app', 'gcr.io/distroless/cc-debian13:nonroot'),
    rust(
      'RUN cargo build --release --target x86_64-unknown-linux-musl',
      '/src/target/x86_64-unknown-linux-musl/release/app',
    ),
    rust('ENV RUSTFLAGS="-C target-feature=+crt-static"\nRUN cargo build --release'),
    {
      title: 'Rust is static on musl',
      source: rust('RUN cargo build --release', '/src/target/release/app', 'scratch', 'rust:1-alpine'),
    },
  ],
});
