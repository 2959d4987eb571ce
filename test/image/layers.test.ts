/** Layers of files whose sizes are known. The measured cases are X4 of the experiments: 50 MiB copied, then changed. */
import { describe, expect, test } from 'vitest';
import { predictLayers } from '../../src/image/layers/index.js';
import { type ContextFile, parseDockerfile } from '../../src/model/index.js';

const BIG = 52_428_800;
const CONTEXT: readonly ContextFile[] = [
  { path: 'big.bin', bytes: BIG },
  { path: 'package.json', bytes: 900 },
  { path: 'src/app.js', bytes: 2000 },
  { path: 'src/lib/b.js', bytes: 100 },
  { path: 'dist/out.js', bytes: 7000 },
  { path: '.git/HEAD', bytes: 30 },
];

function layersOf(text: string, extra: { dockerignore?: string; context?: readonly ContextFile[] } = {}) {
  const dockerfile = parseDockerfile({ text, today: '2026-11-24', context: CONTEXT, ...extra });
  return predictLayers(dockerfile, {})?.layers ?? [];
}

/** Kilobytes of each layer behind the base; `…` behind what is only known from below. */
function kilobytes(text: string, extra: Parameters<typeof layersOf>[1] = {}): string {
  const words = layersOf(text, extra)
    .slice(1)
    .map(
      ({
        size: {
          unpacked: { min, max },
        },
      }) => {
        const low = String(Math.round(min / 1000));
        if (max === Infinity) return `${low}…`;
        return max === min ? low : `${low}-${Math.round(max / 1000)}`;
      },
    );
  return words.join(' ');
}

const FROM = 'FROM scratch\n';

test.each([
  ['one file', 'COPY big.bin /', '52430'],
  ['a folder, with the headers of its files and folders', 'COPY src /app/', '6'],
  ['an exact repeat stores nothing', 'COPY big.bin /\nCOPY big.bin /', '52430 1'],
  ['what is there already is not stored again', 'COPY src /app/src\nCOPY . /app', '6 52441'],
  ['deleting does not make it smaller', 'COPY big.bin /\nRUN rm /big.bin', '52430 1'],
  ['a change of owner stores whole files again', 'COPY big.bin /\nRUN chown 1000 /big.bin', '52430 52430'],
  ['and so does a change of mode', 'COPY big.bin /\nRUN chmod 600 /big.bin', '52430 52430'],
  ['and a move', 'COPY big.bin /\nRUN mv /big.bin /b', '52430 52430'],
  ['and a touch', 'COPY big.bin /\nRUN touch /big.bin', '52430 52430'],
  ['root owns what is copied', 'COPY big.bin /\nRUN chown -R root:root /', '52430 1'],
  ['a flag stores once', 'COPY --chown=1000 big.bin /', '52430'],
  ['a folder without -R is only its own entry', 'COPY src /app/\nRUN chown 1000 /app', '6 1'],
  ['a copy is a second one', 'COPY big.bin /\nRUN cp /big.bin /b', '52430 52430'],
  ['a download that is deleted in its step is never stored', 'RUN curl -o /x.tgz https://e.org/x && rm /x.tgz', '1'],
  ['a download that is deleted later is stored', 'RUN curl -o /x.tgz https://e.org/x\nRUN rm /x.tgz', '1… 1'],
  ['what an unknown program writes is unknown', 'RUN make install\nCOPY package.json /', '1… 3'],
  ['what may not run may store nothing', 'RUN true || curl -o /x https://e.org/x', '1…'],
  ['a mount is in no layer', 'RUN --mount=type=cache,target=/c curl -o /c/x https://e.org/x', '1'],
  ['a download to a place that can not be seen is stored', 'RUN curl -o "$X" https://e.org/x', '1…'],
  ['and so is one whose address is a variable', 'RUN wget "$URL"', '1…'],
  ['what is only printed is not', 'RUN curl -fsS https://e.org/x && wget -qO- https://e.org/x', '1'],
  ['git writes more than clones', 'RUN git submodule update', '1…'],
  ['and reads', 'RUN git rev-parse HEAD', '1'],
  ['dpkg installs', 'RUN dpkg -i x.deb', '1…'],
  ['and asks', 'RUN dpkg --print-architecture', '1'],
  ['find runs programs', 'RUN find / -name x -exec strip {} +', '1…'],
  ['an archive may be made anywhere', 'RUN tar czf /x.tgz /y && rm -rf /x.tgz', '1…'],
  ['an archive is unpacked where the shell is', 'RUN cd /tmp/x && tar xf y.tgz && rm -rf /tmp/x', '1'],
  ['a copy to a place that can not be seen is stored', 'RUN cp a "$X"', '1…'],
  ['what a program prints into a file is unknown', 'RUN cat big 2>&1 > /x', '1…'],
  ['text that is printed is as long as it is', 'RUN echo hello > /x', '2'],
  ['with a substitution it is unknown', 'RUN echo "$(cat big)" > /x', '1…'],
  ['a heredoc in a RUN is no longer than its instruction', 'RUN cat > /x <<E\nhello\nE', '1-2'],
  ['a heredoc is as long as its text', 'COPY <<E /x\nhello\nE', '2'],
])('%s', (_, text, sizes) => {
  expect(kilobytes(FROM + text)).toBe(sizes);
});

describe('the context', () => {
  test('goes through .dockerignore', () => {
    expect(kilobytes(`${FROM}COPY . /`, { dockerignore: 'big.bin\n.git\ndist' })).toBe('8');
  });

  test('goes through --exclude', () => {
    expect(kilobytes(`${FROM}COPY --exclude=*.bin . /`)).toBe(kilobytes(`${FROM}COPY . /`, { dockerignore: '*.bin' }));
  });

  test('is unknown where nobody said what is in it', () => {
    const dockerfile = parseDockerfile({ text: `${FROM}COPY . /`, today: '2026-11-24' });
    expect(predictLayers(dockerfile, {})?.layers[1]?.size.unpacked).toEqual({ min: 1024, max: Infinity });
  });
});

describe('stages', () => {
  test('bring what was copied into them', () => {
    expect(kilobytes('FROM scratch AS a\nCOPY big.bin /b\nFROM scratch\nCOPY --from=a /b /c')).toBe('52430');
  });

  test('bring a folder as far as it is known', () => {
    const build = 'FROM scratch AS a\nWORKDIR /app\nCOPY . .\nRUN make\nFROM scratch\n';
    expect(kilobytes(`${build}COPY --from=a /app/src /src`)).toBe('5…');
  });

  test('can be flattened into one layer, which holds what can be seen', () => {
    const build = 'FROM scratch AS a\nCOPY big.bin /b\nRUN rm /b\nFROM scratch\n';
    expect(kilobytes(`${build}COPY --from=a / /`)).toBe('1');
  });

  test('that the target is not built on are not in the image', () => {
    expect(kilobytes('FROM scratch AS a\nCOPY big.bin /b\nFROM scratch\nCOPY package.json /')).toBe('3');
  });

  test('that it is built on are', () => {
    expect(kilobytes('FROM scratch AS a\nCOPY big.bin /b\nFROM a\nCOPY package.json /')).toBe('52430 3');
  });
});

describe('waste', () => {
  test('points at both layers', () => {
    const dockerfile = parseDockerfile({
      text: `${FROM}COPY big.bin /\nRUN rm /big.bin`,
      today: '2026-11-24',
      context: CONTEXT,
    });
    const [waste] = predictLayers(dockerfile, {})?.waste ?? [];
    expect(waste).toMatchObject({ layer: 1, by: 2, size: { unpacked: { min: BIG + 512, max: BIG + 512 } } });
  });

  test('is what one layer replaces of another', () => {
    const [, first] = layersOf(`${FROM}COPY big.bin /x\nCOPY package.json /x`);
    expect(first?.wasted.unpacked.min).toBe(BIG + 512);
  });

  test('is never more than the layer holds', () => {
    const [, first] = layersOf(`${FROM}COPY . /app/\nRUN chown -R 1 /app && chmod -R 700 /app\nRUN rm -rf /app`);
    expect(first?.wasted.unpacked.max).toBeLessThanOrEqual(first?.size.unpacked.max ?? 0);
  });
});
