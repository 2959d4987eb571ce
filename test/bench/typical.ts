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
