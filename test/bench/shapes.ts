/** Files that grow in one way each: what costs more than its share in one of them hides in the others. */

/** A file of about so many lines. */
type Shape = (lines: number) => string;

const repeat = (count: number, line: (index: number) => string) =>
  Array.from({ length: Math.max(Math.floor(count), 1) }, (_, index) => line(index)).join('\n');

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

/** Every stage is built FROM the one above, and installs and builds in it. */
const chainedStages: Shape = (lines) =>
  [
    'FROM node:24 AS s0',
    repeat(
      lines / 5,
      (index) =>
        `FROM s${index} AS s${index + 1}\nENV STAGE_${index}=${index} LAST=$STAGE_${index - 1}\nCOPY package.json /app${index}/\nRUN npm ci\nRUN cp -r lib $LAST`,
    ),
    'CMD ["node", "app.js"]',
  ].join('\n');

/** Every stage copies from the one above. */
const copyingStages: Shape = (lines) =>
  [
    'FROM golang:1.26 AS s0',
    repeat(
      lines / 5,
      (index) =>
        `FROM ${index % 2 ? 'alpine:3.23' : 'golang:1.26'} AS s${index + 1}\nWORKDIR /src\nCOPY --from=s${index} /out/app${index} /bin/\nRUN go build -o /out/app${index + 1} .\nUSER app${index}`,
    ),
    `FROM scratch\nCOPY --from=s${Math.floor(lines / 5)} /out/app${Math.floor(lines / 5)} /app\nCMD ["/app"]`,
  ].join('\n');

/** One stage takes from all the others. */
const gatheredStages: Shape = (lines) =>
  [
    repeat(
      lines / 4,
      (index) => `FROM rust:1.91 AS s${index}\nCOPY src src\nRUN cargo build && cp target/app /out/app${index}`,
    ),
    'FROM gcr.io/distroless/static-debian13',
    repeat(lines / 4, (index) => `COPY --from=s${index} /out/app${index} /app/`),
    'CMD ["/app/app0"]',
  ].join('\n');

/** Every stage of a chain installs with a cache, and the last one takes the dependencies of each. */
const sharedChain: Shape = (lines) =>
  [
    'FROM node:24 AS s0',
    repeat(
      lines / 5,
      (index) =>
        `FROM s${index} AS s${index + 1}\nWORKDIR /app${index}\nRUN --mount=type=cache,target=/var/cache/apt apt-get install -y git\nRUN npm ci && npm run build`,
    ),
    'FROM node:24-alpine',
    repeat(lines / 5, (index) => `COPY --from=s${index + 1} /app${index}/node_modules /app${index}/node_modules`),
    'CMD ["node", "app.js"]',
  ].join('\n');

/** Stages that nothing uses. */
const unusedStages: Shape = (lines) =>
  [
    repeat(lines / 3, (index) => `FROM debian:13 AS unused${index}\nARG NAME\nRUN make x${index}`),
    'FROM debian:13\nCMD ["app"]',
  ].join('\n');

/** Every other line uses what the line above set. */
const variables: Shape = (lines) =>
  [
    'FROM debian:13',
    repeat(lines / 4, (index) => `ARG GIT_SHA_${index}=${index}\nENV NAME_${index}=$GIT_SHA_${index}`),
    repeat(lines / 4, (index) => `ARG COMMIT\nENV COMMIT_${index}=$COMMIT`),
    'RUN apt-get update && apt-get install -y curl\nCMD ["app"]',
  ].join('\n');

/** One RUN, continued over all lines. */
const continuedRun: Shape = (lines) =>
  [
    'FROM debian:13',
    'RUN cd /src \\',
    repeat(
      lines / 3,
      (index) => `  && curl -o file${index} https://example.org/${index} \\\n  && tar -xf file${index} \\`,
    ),
    repeat(lines / 3, (index) => `  && rm file${index} \\`),
    '  && true',
    'CMD ["app"]',
  ].join('\n');

/** One RUN that installs, pipes and changes files, again and again. */
const busyRun: Shape = (lines) =>
  [
    'FROM debian:13',
    'COPY bin /opt/bin/',
    'RUN set -e \\',
    repeat(
      lines / 4,
      (index) =>
        `  && pip install tool-${index} \\\n  && curl https://example.org/${index} | tar -x \\\n  && chown -R app /opt/${index} \\\n  && rm -rf /tmp/${index} \\`,
    ),
    '  && true',
    'CMD ["app"]',
  ].join('\n');

/** One RUN that installs a package a line. */
const packageList: Shape = (lines) =>
  [
    'FROM debian:13',
    'RUN apt-get update && apt-get install -y \\',
    repeat(lines, (index) => `  package-${index} \\`),
    '  && rm -rf /var/lib/apt/lists/*',
    'CMD ["app"]',
  ].join('\n');

const heredocs: Shape = (lines) =>
  [
    'FROM debian:13',
    repeat(
      lines / 8,
      (index) =>
        `COPY <<EOF /etc/file${index}.conf\nkey = $VALUE\nEOF\nRUN <<EOF\napt-get update\napt-get install -y package${index}\nrm /etc/file${index}.conf\nEOF`,
    ),
    'CMD ["app"]',
  ].join('\n');

const ignoreComments: Shape = (lines) =>
  [
    'FROM debian:13',
    repeat(
      lines / 4,
      (index) =>
        `# plimsoll ignore=remove-in-later-layer -- wanted\nADD file${index} /file${index}\n# hadolint ignore=DL3008\nRUN apt-get install -y curl`,
    ),
    'CMD ["app"]',
  ].join('\n');

const fileIgnores: Shape = (lines) =>
  [
    'FROM debian:13',
    repeat(lines / 2, (index) => `# plimsoll ignore-file=workdir-relative -- ${index}\nADD file${index} /file${index}`),
    'CMD ["app"]',
  ].join('\n');

const repairable: Shape = (lines) =>
  [
    'from debian:13',
    repeat(lines / 4, (index) => `env KEY${index} value\nMAINTAINER me\nADD file${index} /\nRUN apt-get install curl`),
    'CMD app',
  ].join('\n');

/** Files are copied, changed and deleted, each in a step of its own. */
const changedCopies: Shape = (lines) =>
  [
    'FROM debian:13',
    repeat(lines / 3, (index) => `COPY file${index} /app/d${index}/`),
    repeat(lines / 3, (index) => `RUN chown -R app /app/d${index}/file${index}`),
    repeat(lines / 3, (index) => `RUN rm -r /app/d${index}/file${index}`),
    'CMD ["app"]',
  ].join('\n');

/** The same folder is changed after each copy into it. */
const changedFolder: Shape = (lines) =>
  [
    'FROM debian:13',
    repeat(lines / 2, (index) => `COPY file${index} /app/\nRUN chown -R app /app`),
    'CMD ["app"]',
  ].join('\n');

/** The manifest of a project is copied and installed, again and again. */
const projects: Shape = (lines) =>
  [
    'FROM node:24',
    repeat(lines / 5, (index) => `WORKDIR /app${index}\nCOPY . .\nRUN npm install\nRUN npm run build\nRUN npm prune`),
    'CMD npm start',
  ].join('\n');

const mixed: Shape = (lines) =>
  ['FROM debian:13', repeat(lines - 2, (index) => BLOCK[index % BLOCK.length] as string), 'CMD ["app"]'].join('\n');

export const shapes: Readonly<Record<string, Shape>> = {
  'the lines of a usual file': mixed,
  'stages in a chain': chainedStages,
  'stages copying from each other': copyingStages,
  'one stage copying from all': gatheredStages,
  'one stage copying from a chain': sharedChain,
  'stages that nothing uses': unusedStages,
  'ENV and ARG': variables,
  'one RUN of many commands': continuedRun,
  'one RUN of many tasks': busyRun,
  'one RUN of many packages': packageList,
  heredocs,
  'ignore comments': ignoreComments,
  'ignore comments for the file': fileIgnores,
  'findings with fixes': repairable,
  'COPY, chown and rm': changedCopies,
  'chown of one folder': changedFolder,
  'projects installed and built': projects,
};
