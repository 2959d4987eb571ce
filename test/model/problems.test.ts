/** What BuildKit refuses. Each row agrees with its own front end (v0.34.2); `RUN []` is refused by the solver behind it. */
import { describe, expect, it } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { parseDockerfile } from '../../src/model/index.js';
import { readMarked, writeMarked } from '../support/marked.js';

function problemsIn(text: string) {
  return parseDockerfile({ text, today: TABLES_DATE }).problems;
}

/** The instruction stands below `FROM alpine:3.24`, unless it is a whole file. */
const below = (source: string) => (/^(?:\s*#|FROM\b|«ARG» G)/.test(source) ? source : `FROM alpine:3.24\n${source}`);

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'syntax/not-strings': [
    'RUN «["a", 1]»',
    'CMD «["a", ["b"]]»',
    'ENTRYPOINT «["a", null]»',
    'HEALTHCHECK CMD «["a", 1]»',
    'COPY «["a", 1]»',
    'VOLUME «[1]»',
  ],
  arguments: ['«COPY» a', '«ARG»', '«USER»', '«EXPOSE»', '«RUN» []', 'FROM a\n«FROM» b c', '«ONBUILD»'],
  'flag/unknown': ['COPY «--chowm=1» a b', 'CMD «--x» a', 'RUN «--mout=type=cache» a'],
  'flag/not-here': ['ADD «--from=x» a b', 'COPY «--checksum=x» a b'],
  'flag/repeated': ['COPY --link «--link» a b'],
  'flag/no-value': ['COPY «--from» a b', 'HEALTHCHECK «--interval» CMD a'],
  'flag/not-boolean': ['ADD «--unpack=1» a b', 'COPY «--link=yes» a b'],
  'flag/value': ['COPY --chmod=«999» a b', 'COPY --chmod=«u+x,o» a b', 'ADD --chmod=«77777» a b'],
  'missing-from': ['«ARG» G=1'],
  'stage-cycle': [
    'FROM a AS one\nCOPY --from=two a b\nFROM b AS two\nCOPY --from=«one» a b',
    'FROM a AS one\nCOPY --from=two a b\nFROM «one» AS two',
  ],
  'image-reference/upper-case': ['COPY --from=«Foo» a b', 'FROM a AS base\nFROM «BASE»'],
  platform: ['FROM --platform=«foo» a', 'FROM --platform=«linux/a/b/c» a', 'FROM --platform=«linux//v8» a'],
  'copy-source/url': ['COPY «https://x.y/a» b'],
  'copy-source/git': [
    'COPY «git@github.com:a/b.git» b',
    'COPY «https://github.com/a/b.git#main» b',
    'COPY «ssh://x/y» b',
  ],
  'checksum/local-source': [`ADD --checksum=«sha256:${'0'.repeat(64)}» a b`],
  'checksum/digest': ['ADD --checksum=«sha256:123» https://x.y/a b'],
  'checksum/several-sources': [`ADD --checksum=«sha256:${'0'.repeat(64)}» https://x.y/a https://x.y/b c/`],
  modifier: [
    'ENV A=«${B:=c}»',
    'ENV A=«${B/x}»',
    'ENV A=«${B,,}»',
    'ENV A=${A:-«${B:=c}»}',
    'COPY <<EOF /x\n«${X:=y}»\nEOF',
    "ADD <<EOF /x\nit's «${X@Q}»\nEOF",
    'RUN --mount=type=cache,target=«${X:=y}» a',
  ],
  quote: ['VOLUME «"a»', 'ENV A=«"b»', "USER «'a»", 'EXPOSE «"80» 81'],
  volume: ['VOLUME [«" "»]'],
  'port/no-port': ['EXPOSE «80:»', 'EXPOSE «/tcp»'],
  'port/not-a-number': ['EXPOSE «80-90-100»', 'EXPOSE «80,81»', 'ARG P="80 x"\nEXPOSE «$P»'],
  'port/out-of-range': ['EXPOSE «70000»'],
  'port/backwards': ['EXPOSE «90-80»'],
  'port/ip': ['EXPOSE «300.1.1.1:8080:80»'],
  'port/unequal-ranges': ['EXPOSE «8080:80-82»'],
  protocol: ['EXPOSE «80/foo»', 'EXPOSE «80/tcp/udp»'],
  'healthcheck/no-command': ['HEALTHCHECK «CMD»', 'HEALTHCHECK «CMD» []'],
  'healthcheck/too-short': ['HEALTHCHECK «--interval=1us» CMD a', 'HEALTHCHECK «--timeout=-1s» CMD a'],
  'healthcheck/duration': ['HEALTHCHECK «--interval=5» CMD a', 'HEALTHCHECK «--interval=$X» CMD a'],
  'healthcheck/retries': ['HEALTHCHECK «--retries=$X» CMD a', 'HEALTHCHECK «--retries=99999999999» CMD a'],
  'mount/target-root': ['RUN --mount=type=cache,target=/ a', 'WORKDIR /\nRUN --mount=target=. a'].map((source) =>
    source.replace(/--mount\S+/, '«$&»'),
  ),
  'mount/no-target': ['WORKDIR /\nRUN «--mount=type=cache» a'],
  'mount/key-before-type': ['RUN --mount=«required»,type=secret,id=x a', 'RUN --mount=«size=1»,target=/x,type=tmpfs a'],
  'mount/size': ['RUN --mount=type=tmpfs,target=/x,«size=foo» a'],
  'mount/number': [
    'RUN --mount=type=cache,target=/x,«mode=0999» a',
    'RUN --mount=type=cache,target=/x,«uid=99999999999» a',
  ],
  'mount/not-boolean': ['RUN --mount=target=/x,«rw=tRue» a'],
  'mount/source-and-id': ['RUN «--mount=type=secret,id=x,source=y» a'],
  'mount/no-value': ['RUN --mount=«type»,target=/x a'],
  'run-network': ['RUN --network=«$X» a', 'RUN --network=«NONE» a'],
  'stop-signal': ['STOPSIGNAL «SIGRTMIN+16»', 'STOPSIGNAL «0»', 'STOPSIGNAL «RTMAX-15»'],
  'directive/check': ['# check=«foo»\nFROM a', '# check=«error=maybe»\nFROM a'],
  'directive/escape': ['   # escape=«x»\nFROM a'],
  'directive/repeated': ['# escape=`\n«# escape=`»\nFROM a'],
  'heredoc/unterminated': ['RUN «<< EOF»\na'],
};

const BUILDS: readonly string[] = [
  'RUN',
  'CMD []',
  'FROM --platform= a',
  'FROM --platform=linux(1) a',
  'FROM --platform=armhf a',
  'ENV A=${11}',
  'ENV A=${B:-"}"}',
  'ENV A=${B:-{x}}',
  'ENV A="${B:-x y}"',
  'ARG "A',
  'ARG A="b" x\'y',
  "MAINTAINER it's ${x:=y}",
  'STOPSIGNAL 100',
  'STOPSIGNAL -1',
  'EXPOSE 80/',
  'EXPOSE +80',
  'EXPOSE [::1]:8080:80',
  'ARG P="80 81"\nEXPOSE $P',
  'HEALTHCHECK --interval= CMD a',
  'HEALTHCHECK --interval=1m30.5s CMD a',
  'HEALTHCHECK --x=1 NONE',
  'ARG --x A',
  'RUN --mount=type=cache,target=/x,sharing=LOCKED a',
  'RUN --mount="type=cache,target=/x" a',
  'RUN --mount=type=ssh,env=X a',
  'RUN --mount=type=tmpfs,target=/x,size=1.5GiB a',
  'WORKDIR /w\nRUN --mount=type=bind a',
  'COPY --chmod=u=rwX,go=rX a b',
  'COPY HTTP://x.y/a b',
  "COPY <<EOF /x\n\\${X:=y} $(a) ${X:-it's}\nEOF",
  'COPY <<"EOF" /x\n${X:=y}\nEOF',
  'RUN << EOF\na\nEOF',
  'RUN [ -f x ] && cat <<EOF\na\nEOF',
  '\\\nRUN a',
  '#!x\n# escape=x\nFROM a',
  '   # check=foo\nFROM a',
  '# check=skip=all;error=true\nFROM a',
];

describe('is refused', () => {
  for (const [name, sources] of Object.entries(REFUSED))
    for (const source of sources)
      it(`${name}: ${source}`, () => {
        const marked = readMarked(below(source));
        const problems = problemsIn(marked.text);
        expect(
          writeMarked(
            marked.text,
            problems.map(({ at }) => at),
          ),
        ).toBe(below(source));
        const names = problems.map((problem) => problem.variant + ('reason' in problem ? `/${problem.reason}` : ''));
        expect(names).toEqual([name]);
      });
});

describe('builds', () => {
  for (const source of BUILDS) it(source, () => expect(problemsIn(below(source))).toEqual([]));
});
