/** Dockerfiles to time. */
export const TYPICAL = `# syntax=docker/dockerfile:1
FROM node:24 AS build
WORKDIR /app
ARG VERSION=dev
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM debian:12
ENV NODE_ENV=production \\
    PORT=3000
RUN apt-get update && apt-get install -y \\
      curl \\
      # for the health check
      ca-certificates \\
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
RUN useradd app && chown -R app /app
EXPOSE 3000
HEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1
CMD npm start
`;

/** What a long file is made of: variables, packages, pipes, copies. None of it ends the stage. */
const BLOCK = [
  'ENV KEY=value PATH=/opt/bin:$PATH',
  'ARG VERSION=1.2.3',
  'RUN apt-get update && apt-get install -y git=$VERSION curl && rm -rf /var/lib/apt/lists/*',
  'RUN curl -fsSL https://example.org/tool-$VERSION.tar.gz | tar -xz -C /opt',
  'COPY --chown=1000:1000 src/ /app/src/',
  'WORKDIR /app',
  'RUN if [ -f x ]; then pip install --no-cache-dir -r requirements.txt; fi',
  'LABEL org.example.key="value"',
];

export function manyLines(lines: number): string {
  const body = Array.from({ length: lines - 2 }, (_, index) => BLOCK[index % BLOCK.length] as string);
  return ['FROM debian:13', ...body, 'CMD ["app"]'].join('\n');
}
