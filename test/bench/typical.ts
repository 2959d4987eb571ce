/** A Dockerfile as people write them. */
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

/** A file of so many lines, the usual ones again and again. */
export function usual(lines: number): string {
  const often = TYPICAL.repeat(Math.ceil(lines / (TYPICAL.split('\n').length - 1)));
  return often.split('\n').slice(0, lines).join('\n');
}

/** A file of so many lines whose every part can be predicted: stages that install, copy, change and delete. */
export function predictable(lines: number): string {
  const stage = (index: number) => `
FROM ${index === 0 ? 'debian:trixie-slim' : `stage${index - 1}`} AS stage${index}
ARG VERSION=${index}
RUN apt-get update && apt-get install -y ${PACKAGES[index % PACKAGES.length]}
COPY part${index} /app/part${index}
RUN chown -R app /app/part${index}
RUN curl -o /tmp/${index}.tgz https://example.org/${index}.tgz && tar xf /tmp/${index}.tgz -C /opt
RUN rm -rf /tmp/${index}.tgz /var/lib/apt/lists/*
WORKDIR /app/part${index}
COPY . .
CMD node server.js`;
  const stages = Array.from({ length: Math.ceil(lines / 11) }, (_, index) => stage(index));
  return stages.join('\n').trim().split('\n').slice(0, lines).join('\n');
}

const PACKAGES = ['curl', 'git', 'build-essential', 'ffmpeg', 'imagemagick', 'postgresql-client', 'python3-pip'];
