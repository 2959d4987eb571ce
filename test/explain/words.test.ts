import { describe, expect, it } from 'vitest';
import { explain, type InstructionExplanation } from '../../src/explain/index.js';
import { NO_TABLES } from '../../src/image/index.js';
import { type BuildInput, parseDockerfile } from '../../src/model/index.js';
import { plainText } from '../../src/model/text.js';

function explanationOf(text: string, around: Partial<BuildInput> = {}) {
  return explain(parseDockerfile({ text, today: '2026-11-24', ...around }), NO_TABLES);
}

/** The explanation of the last instruction of a file. */
function lastOf(text: string, around: Partial<BuildInput> = {}): InstructionExplanation {
  const last = explanationOf(text, around)
    .stages.flatMap(({ instructions }) => instructions)
    .at(-1);
  if (!last) throw new Error('There is no instruction.');
  return last;
}

function doesOf(text: string, around: Partial<BuildInput> = {}): string {
  return lastOf(text, around)
    .does.map((sentence) => plainText(sentence))
    .join(' ');
}

const SLIM = 'FROM debian:trixie-slim\n';

describe('a command of RUN', () => {
  it.each([
    ['apt-get update', 'Fetches the list of available packages with `apt-get`.'],
    [
      'apt-get install -y curl git',
      'Installs `curl` and `git` with `apt-get`, with the packages that come recommended.',
    ],
    [
      'apt-get install -y --no-install-recommends curl',
      'Installs `curl` with `apt-get`, without recommended packages.',
    ],
    ['apt-get upgrade -y', 'Upgrades every installed package with `apt-get`.'],
    ['apt-get purge -y gcc', 'Removes `gcc` with `apt-get`.'],
    ['apt-get clean', 'Empties the cache of `apt-get`.'],
    ['rm -rf /var/lib/apt/lists/*', 'Deletes the list of available packages of `apt` (`/var/lib/apt/lists/*`).'],
    ['apk add --no-cache curl', 'Installs `curl` with `apk`.'],
    ['apk add --virtual .build gcc', 'Installs `gcc` with `apk`, as the group `.build`.'],
    ['dnf install -y gcc', 'Installs `gcc` with `dnf`, with the packages that come recommended.'],
    ['pip install -r requirements.txt', 'Installs what `requirements.txt` names with `pip install`.'],
    ['pip install requests==2.32.3', 'Installs `requests==2.32.3` with `pip`.'],
    ['npm ci', "Installs the project's dependencies with `npm ci`, in the versions of the lock file."],
    ['npm install -g pnpm', 'Installs `pnpm` with `npm`, for the whole system.'],
    ['npm run build', "Runs the project's script `build` with `npm`."],
    ['npm cache clean --force', 'Empties the cache of `npm`.'],
    ['bundle exec rake assets', 'Runs `rake` through `bundle`.'],
    ['go mod download', 'Downloads the modules that `go.mod` names.'],
    ['go build -o /bin/app ./cmd', 'Builds the project with `go build`, into `/bin/app`.'],
    ['cargo build --release', 'Builds the project with `cargo build`.'],
    ['mvn package', 'Builds the project with `mvn package`.'],
    ['mkdir -p /data /logs', 'Makes the folders `/data` and `/logs`.'],
    ['mkdir -p -m 755 /data', 'Makes the folder `/data`.'],
    ['rm -rf /tmp/x', 'Deletes `/tmp/x`.'],
    ['mv a b /opt/', 'Moves `a` and `b` to `/opt/`.'],
    ['cp -r a /opt/b', 'Copies `a` to `/opt/b`.'],
    ['install -m 755 tool /usr/bin/tool', 'Copies `tool` to `/usr/bin/tool`.'],
    ['ln -s /opt/a /usr/bin/a', 'Makes `/usr/bin/a` a link to `/opt/a`.'],
    ['chown -R app:app /srv', 'Gives `/srv` and everything in it to `app:app`.'],
    ['chmod +x /run.sh', 'Makes `/run.sh` executable.'],
    ['chmod -R 644 /etc/a', 'Sets the permissions of `/etc/a` and everything in it to `644`.'],
    ['useradd -m -u 1000 app', 'Makes the user `app` with the id `1000`.'],
    ['adduser -D -h /srv -G staff app', 'Makes the user `app`.'],
    ['adduser app staff', 'Adds the user `app` to the group `staff`.'],
    ['groupadd -g 1000 app', 'Makes the group `app` with the id `1000`.'],
    ['curl -fsSL https://x.test/a -o /tmp/a', 'Downloads `https://x.test/a` to `/tmp/a`.'],
    ['curl -fsSLo /tmp/a https://x.test/a', 'Downloads `https://x.test/a` to `/tmp/a`.'],
    ['wget -qO /tmp/a https://x.test/a', 'Downloads `https://x.test/a` to `/tmp/a`.'],
    [
      'curl https://x.test/a.tgz | tar -xz -C /opt',
      'Downloads `https://x.test/a.tgz`, and passes that on: unpacks what it gets into `/opt`.',
    ],
    [
      'curl https://x.test/i.sh | sh',
      'Downloads `https://x.test/i.sh`, and passes that on: runs what it gets as a script of the shell.',
    ],
    ['tar xzf a.tgz -C /opt', 'Unpacks `a.tgz` into `/opt`.'],
    ['unzip a.zip -d /opt', 'Unpacks `a.zip` into `/opt`.'],
    [
      'git clone --depth 1 -b v1 https://x.test/r.git /src',
      'Clones the Git repository `https://x.test/r.git` to `/src`, at `v1`.',
    ],
    ['make -C src install', 'Makes `install` with `make` in `src`.'],
    ['cd /src && ./configure', 'Goes to `/src`. Prepares the build for this system.'],
    ['echo hi > /etc/motd', 'Writes a text into `/etc/motd`.'],
    ['sed -i s/a/b/ /etc/x', 'Edits `/etc/x` with `sed`.'],
    [
      'set -eux',
      'Has the shell stop at the first command that fails, stop at a variable that is not set and print each command.',
    ],
    ['sudo apt-get update', 'Fetches the list of available packages with `apt-get`, as root through `sudo`.'],
    ['false || true', 'Runs `false`. If that fails: does nothing.'],
    [
      'if [ -f /x ]; then rm /x; fi',
      'To decide what comes next: checks whether `-f /x` holds. Depending on what was decided: deletes `/x`.',
    ],
    [
      'for f in a b; do touch "$f"; done',
      'In a loop: makes `$f`, if it is not there, and gives it the time of the build.',
    ],
    ['sh -c "mkdir /a"', 'Makes the folder `/a`.'],
    ['["make", "install"]', 'Makes `install` with `make`.'],
    ['["frobnicate", "a b"]', 'Runs `frobnicate "a b"`.'],
    ['cat /etc/os-release', 'Prints `/etc/os-release`.'],
    ['frobnicate --all', 'Runs `frobnicate --all`.'],
  ])('%s', (command, words) => {
    expect(doesOf(`${SLIM}RUN ${command}`)).toBe(words);
  });

  it('names what a heredoc writes', () => {
    expect(doesOf(`${SLIM}RUN <<EOF\ncat <<X > /etc/x\na\nX\nEOF\n`)).toBe(
      'Writes the lines of the heredoc into `/etc/x`.',
    );
    expect(doesOf(`${SLIM}RUN <<EOF python3\nprint(1)\nEOF\n`)).toBe('Runs the lines of the heredoc with `python3`.');
    expect(doesOf(`${SLIM}RUN <<EOF\n#!/usr/bin/env node\na\nEOF\n`)).toBe('Runs the heredoc (2 lines) with `node`.');
  });

  it('shows values of the variables that it reads', () => {
    const text = `${SLIM}ARG VERSION=1.2\nARG OTHER\nRUN frobnicate $VERSION $OTHER $HOME`;
    expect(doesOf(text)).toContain('Here `VERSION` is `1.2` and `OTHER` is unknown before the build.');
    expect(doesOf(text, { buildArguments: { OTHER: 'x' } })).toContain('`OTHER` is `x`');
  });

  it('says of other shells only what is known', () => {
    const windows = 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\n';
    expect(doesOf(`${windows}RUN dir C:\\`)).toBe('Runs `dir C:\\` in the command prompt of Windows.');
    const shell = `${SLIM}SHELL ["pwsh", "-Command"]\nRUN Get-Date`;
    expect(doesOf(shell)).toBe('Runs `Get-Date` in PowerShell.');
  });

  it('tells of what it can use while it runs', () => {
    const mounts = [
      '--mount=type=cache,target=/root/.npm',
      '--mount=type=secret,id=token',
      '--mount=type=ssh',
      '--mount=type=tmpfs,target=/t',
      '--mount=source=go.mod,target=go.mod',
      '--network=none',
    ];
    expect(doesOf(`${SLIM}RUN ${mounts.join(' ')} frobnicate`)).toBe(
      [
        'Runs `frobnicate`.',
        'Keeps `/root/.npm` in a cache of the builder, which later builds find again and the image does not hold.',
        'Can read the secret `token` at `/run/secrets/token` while it runs; the image does not hold it.',
        'Can use the SSH keys of whoever builds, while it runs.',
        'Has an empty folder in memory at `/t` while it runs.',
        'Sees `go.mod` of the build context at `go.mod` while it runs, without a copy in the image.',
        'Has no network.',
      ].join(' '),
    );
  });
});

describe('what another instruction does', () => {
  it.each([
    ['FROM debian:trixie-slim', 'Begins a stage with the image `debian:trixie-slim`. It has Debian 13.'],
    ['FROM scratch', 'Begins a stage with nothing: `scratch` is empty.'],
    [
      'FROM example.test/a/b:1 AS x',
      'Begins a stage with the image `example.test/a/b:1`, and calls it `x`. Nothing more is known here of this image.',
    ],
    ['ARG B\nFROM $B', 'Begins a stage with the image `$B`, whose name is unknown before the build.'],
    ['ARG B=alpine:3.24\nFROM $B', 'Begins a stage with the image `alpine:3.24`. It has Alpine 3.24.'],
    [
      `${SLIM}FROM 0 AS x`,
      'Begins a stage with the image `0`, and calls it `x`. Nothing more is known here of this image.',
    ],
    ['FROM alpine:3.24 AS a\nFROM a', 'Begins a stage with everything of the stage `a`.'],
    [`${SLIM}COPY . /app`, 'Copies everything in the build context that .dockerignore lets through to `/app`.'],
    [`${SLIM}WORKDIR /app\nCOPY a.txt b.txt ./`, 'Copies `a.txt` and `b.txt` from the build context to `/app`.'],
    [
      `FROM alpine:3.24 AS build\n${SLIM}COPY --from=build /app/dist /app`,
      'Copies `/app/dist` out of the stage `build` to `/app`.',
    ],
    [
      `${SLIM}COPY --from=nginx:1.29 /etc/nginx /n`,
      'Copies `/etc/nginx` out of the image (or named context) `nginx:1.29` to `/n`.',
    ],
    [
      `${SLIM}COPY --chown=1:2 --chmod=755 a /a`,
      'Copies `a` from the build context to `/a`. The files belong to `1:2`. The files get the permissions `755`.',
    ],
    [`${SLIM}COPY <<EOF /etc/a\nx\ny\nEOF\n`, 'Writes the heredoc (2 lines) to `/etc/a`.'],
    [`${SLIM}ADD https://x.test/a /a`, 'Downloads `https://x.test/a` to `/a`.'],
    [`${SLIM}ADD a.tar.gz /a`, 'Unpacks `a.tar.gz` from the build context to `/a`.'],
    [`${SLIM}ADD https://x.test/a.git#v1 /a`, 'Clones the Git repository `https://x.test/a.git#v1` to `/a`.'],
    [
      `${SLIM}ENV A=b C=$A`,
      'Sets the environment variables `A` to `b` and `C` to an empty text, for later steps and for the container.',
    ],
    [
      `${SLIM}ARG V=1`,
      'Takes the build argument `V`; without one it is `1`. It is a variable of the steps below, in this stage.',
    ],
    [
      `ARG V=1\n${SLIM}ARG V`,
      'Takes the build argument `V`; without one it is `1`, as above the first FROM. It is a variable of the steps below, in this stage.',
    ],
    [
      `${SLIM}ARG TARGETARCH`,
      'Takes the build argument `TARGETARCH`, which the builder sets by itself. It is a variable of the steps below, in this stage.',
    ],
    [
      'FROM alpine:3.24 AS a\nONBUILD RUN true\nFROM a',
      'Begins a stage with everything of the stage `a`. First runs what 1 ONBUILD of that stage asks for.',
    ],
    [`${SLIM}USER app\nRUN frobnicate`, 'Runs `frobnicate`. Runs as the user `app`.'],
    [`${SLIM}LABEL a=b`, 'Writes on the image: `a` is `b`.'],
    [`${SLIM}ARG U=node\nUSER $U`, 'From here on, commands and the container run as the user `node`.'],
    [
      `${SLIM}ARG U\nUSER $U`,
      'From here on, commands and the container run as the user `$U` (`U` is unknown before the build).',
    ],
    [`${SLIM}WORKDIR /a\nWORKDIR b`, 'Makes the folder `/a/b` if it is not there, and goes on in it.'],
    [`${SLIM}EXPOSE 80 443/tcp`, 'Notes that the program listens on `80` and `443/tcp`.'],
    [`${SLIM}VOLUME /data`, 'Declares `/data` a volume: what a container writes there is kept outside of it.'],
    [
      `${SLIM}STOPSIGNAL SIGQUIT`,
      'Says that `docker stop` sends `SIGQUIT` to the program, which asks many servers to finish open requests.',
    ],
    [`${SLIM}MAINTAINER me`, 'Writes who maintains the image: `me`. Docker recommends a LABEL instead.'],
    [
      `${SLIM}SHELL ["/bin/bash", "-o", "pipefail", "-c"]`,
      'From here on, commands that are no JSON list are run by `/bin/bash -o pipefail -c`. A pipe then fails where any command of it fails.',
    ],
    [`${SLIM}HEALTHCHECK NONE`, 'Switches off the health check that the base image brings.'],
    [
      `${SLIM}HEALTHCHECK --interval=5s CMD curl -f http://localhost`,
      'Has Docker run `curl -f http://localhost` in a shell every `5s` while the container runs. It is unhealthy after `3` failures in a row; a check fails too if it takes longer than `30s`.',
    ],
    [
      `${SLIM}CMD ["node", "a.js"]`,
      'When the container starts, runs `node a.js` directly, as PID 1, unless `docker run` gives another command.',
    ],
    [
      `${SLIM}CMD node a.js`,
      'When the container starts, starts the shell `/bin/sh -c` as PID 1, which runs `node a.js`, unless `docker run` gives another command.',
    ],
    [
      `${SLIM}ENTRYPOINT ["/a"]\nCMD ["b"]`,
      'Is put behind the ENTRYPOINT as its arguments, unless `docker run` gives others: `b`.',
    ],
    [
      `${SLIM}ENTRYPOINT /a\nCMD ["b"]`,
      'Is not used: the ENTRYPOINT is written as a shell command, which takes no arguments.',
    ],
    [
      'FROM node:26-slim\nCMD ["node"]',
      'Is given to the entrypoint of the base image, `docker-entrypoint.sh`, unless `docker run` gives another command: `node`.',
    ],
    [
      `${SLIM}ENTRYPOINT ["/a", "b c"]`,
      'When the container starts, runs `/a "b c"` directly, as PID 1, with arguments of `docker run` behind it.',
    ],
    [`${SLIM}CMD []`, 'Takes away the CMD that the base image brings.'],
    [
      `${SLIM}ONBUILD COPY . /app`,
      'Does nothing here. When a later build begins FROM this image or stage, it runs `COPY . /app` directly behind its FROM. Copies everything in the build context that .dockerignore lets through to `/app`.',
    ],
    [`${SLIM}FOO bar`, '`FOO` is no instruction.'],
  ])('%s', (text, words) => {
    expect(doesOf(text)).toBe(words);
  });

  it('counts the files of a context that is known', () => {
    const context = [
      { path: 'src/a.js', bytes: 1500 },
      { path: 'src/b.js', bytes: 500 },
      { path: 'other', bytes: 9 },
    ];
    expect(doesOf(`${SLIM}COPY src /src`, { context })).toBe(
      'Copies `src` from the build context to `/src`, 2 files of 2 kB.',
    );
    expect(doesOf(`${SLIM}COPY gone /x`, { context })).toContain('of which the build context has none');
  });

  it('says that a later CMD takes the place of one', () => {
    const { stages } = explanationOf(`${SLIM}CMD ["a"]\nCMD ["b"]`);
    expect(plainText(stages[0]?.instructions[1]?.does[0] ?? [])).toBe(
      'Would be the command of the container, but the CMD in line 3 takes its place.',
    );
  });
});

describe('a broken instruction', () => {
  it('is said to be refused, and no more is told of it', () => {
    const { refused, image, cache, container } = lastOf(`${SLIM}EXPOSE 99999`);
    expect(plainText(refused ?? [])).toBe('The builder refuses this because of `99999`.');
    expect([image, cache, container]).toEqual([undefined, undefined, undefined]);
  });

  it('leaves its neighbours alone', () => {
    const [from, broken, run] = explanationOf(`${SLIM}FOO\nRUN true`).stages[0]?.instructions ?? [];
    expect([from?.refused, run?.refused]).toEqual([undefined, undefined]);
    expect(broken?.refused).toBeDefined();
  });

  it('tells a fragment that it needs a FROM, and the rest all the same', () => {
    const { refused, cache } = lastOf('RUN npm ci');
    expect(plainText(refused ?? [])).toBe('The builder refuses the file: it needs a FROM above this.');
    expect(cache).toBeDefined();
  });
});
