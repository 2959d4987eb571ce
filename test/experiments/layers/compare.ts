/** What is predicted of a case beside what was measured of it. */
import type { Amount } from '../../../src/image/amount.js';
import { predictLayers } from '../../../src/image/layers/index.js';
import { loadTables } from '../../../src/image/load-tables.js';
import { parseDockerfile } from '../../../src/model/index.js';
import { filesOf, type LayersCase } from './cases.js';
import type { Results } from './results.js';

export interface ComparedLayer {
  readonly instruction: string;
  readonly line: number;
  /** Bytes of the layer's tar; of the measured one without updates of what was there. */
  readonly predicted: Amount;
  readonly measured: number;
}

/** The layers that the file makes itself: those of a stand-in for a base image say nothing. */
export async function compareLayers(one: LayersCase, results: Results): Promise<ComparedLayer[]> {
  const context = Object.entries(filesOf(one)).map(([path, content]) => ({ path, bytes: content.length }));
  const ignored = one.dockerignore === undefined ? {} : { dockerignore: one.dockerignore };
  const dockerfile = parseDockerfile({ text: one.dockerfile, today: results.measuredOn, context, ...ignored });
  const own = predictLayers(dockerfile, await loadTables(dockerfile))?.layers.slice(1) ?? [];
  const measured = results.cases[one.name]?.slice(-own.length) ?? [];
  return own.map(({ instruction, size }, index) => {
    const line = dockerfile.lines.lineAt(instruction?.at.start ?? 0);
    const updated = one.updated?.line === line ? one.updated.bytes : 0;
    return {
      instruction: instruction?.keyword ?? 'FROM',
      line,
      predicted: size.unpacked,
      measured: (measured[index]?.unpacked ?? Number.NaN) - updated,
    };
  });
}
