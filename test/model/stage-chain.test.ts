import { expect, it } from 'vitest';
import { isBuiltOn, lineage, parseDockerfile, type Stage } from '../../src/model/index.js';

const stagesOf = (lines: readonly string[]) => parseDockerfile({ text: lines.join('\n'), today: '2026-11-24' }).stages;

it('knows which stage is built on which, however long the chain', () => {
  const chain = Array.from({ length: 100 }, (_, index) => `FROM s${index} AS s${index + 1}`);
  const stages = stagesOf(['FROM a AS s0', ...chain, 'FROM s40 AS side', 'FROM side', 'FROM b']);
  const isAbove = (stage: Stage, other: Stage) => [...lineage(stage)].includes(other);
  for (const stage of stages) for (const other of stages) expect(isBuiltOn(stage, other)).toBe(isAbove(stage, other));
});

it('reads a chain or a circle of ten thousand stages', () => {
  const chain = Array.from({ length: 10_000 }, (_, index) => `FROM s${index} AS s${index + 1}\nRUN echo $UNSET`);
  expect(stagesOf(['FROM a AS s0', ...chain])).toHaveLength(10_001);
  const circle = Array.from({ length: 10_000 }, (_, index) => `FROM a AS s${index}\nCOPY --from=s${index + 1} x y`);
  expect(stagesOf([...circle, 'FROM a AS s10000\nCOPY --from=s0 x y'])).toHaveLength(10_001);
});
