/**
 * What findings cost: the prediction of the file minus that of the file without the mistake. A price is of one finding or
 * of a set: prices do not add up.
 */
import {
  haveSameSteps,
  NO_TABLES,
  type Prediction,
  predict,
  predictLayers,
  predictProcess,
  rebuiltSteps,
  type SourceFile,
  sizeDifference,
  sourceFileOf,
  type Tables,
} from '../image/index.js';
import { type Dockerfile, parseVersion } from '../model/index.js';
import type { Edit } from '../rules/rule.js';
import { applyEdits } from './apply-edits.js';
import type { Finding } from './finding.js';
import { combineFixes } from './fixes.js';

/** Only what the mistake changes has a key. `null`: it changes, or may, and by how much is not known. */
export interface Price {
  readonly unpackedBytes?: number | null;
  readonly compressedBytes?: number | null;
  /** Steps more that run after an edit of one source file. */
  readonly rebuiltSteps?: number | null;
  /** Seconds more that the container takes to stop, where the program handles the signal. */
  readonly stopSeconds?: number | null;
  /** It keeps the container from starting. */
  readonly starts?: false;
  /** It keeps the image from being built. */
  readonly builds?: false;
}

/** Prices the findings of one file. */
export class Prices {
  /** The prediction of the file as it is. */
  readonly prediction: Prediction;
  /** The file whose edit `rebuiltSteps` is about; undefined where none is copied. */
  readonly sourceFile: SourceFile | undefined;
  private readonly known = new Map<string, Price>();

  /** How many steps run after an edit of it; undefined as above. */
  readonly steps: number | undefined;

  constructor(
    private readonly dockerfile: Dockerfile,
    private readonly tables: Tables = NO_TABLES,
  ) {
    this.prediction = predict(dockerfile, tables);
    this.sourceFile = sourceFileOf(dockerfile);
    this.steps = this.stepsOf(dockerfile);
  }

  /** `null`: there is neither a fix nor a text without the mistake to compare with. */
  of({ fixes, withoutIt }: Finding): Price | null {
    const edits = fixes[0]?.edits ?? withoutIt;
    return edits ? this.ofEdits(edits) : null;
  }

  /** The price of several findings, as far as their best fixes go together. `null` where none has a fix. */
  ofSet(findings: readonly Finding[]): Price | null {
    const { edits, applied } = combineFixes(findings.flatMap(({ fixes }) => fixes.slice(0, 1)));
    return applied.length > 0 ? this.ofEdits(edits) : null;
  }

  private ofEdits(edits: readonly Edit[]): Price {
    const text = applyEdits(this.dockerfile.text, edits);
    const price = this.known.get(text) ?? this.over(text);
    this.known.set(text, price);
    return price;
  }

  /** What the file costs more than another text in its place. */
  over(text: string): Price {
    return this.overFile(parseVersion(this.dockerfile, text));
  }

  /** What the file costs more than another one. */
  overFile(other: Dockerfile): Price {
    const isBroken = this.dockerfile.problems.length > 0;
    if (isBroken && other.problems.length === 0) return { builds: false };
    return { ...this.ofSteps(other), ...ofProcess(this.prediction.process, predictProcess(other)) };
  }

  private ofSteps(other: Dockerfile): Price {
    if (haveSameSteps(this.dockerfile, other)) return {};
    const { unpackedBytes, compressedBytes } = sizeDifference(
      this.prediction.layers,
      predictLayers(other, this.tables),
    );
    const steps = (this.steps ?? 0) - (this.stepsOf(other) ?? 0);
    return {
      ...(unpackedBytes !== 0 && { unpackedBytes }),
      ...(compressedBytes !== 0 && { compressedBytes }),
      ...(steps !== 0 && { rebuiltSteps: steps }),
    };
  }

  private stepsOf(dockerfile: Dockerfile): number | undefined {
    return this.sourceFile && rebuiltSteps(dockerfile, { kind: 'file', path: this.sourceFile.path });
  }
}

type Process = Prediction['process'];

function ofProcess(before: Process, after: Process): Price {
  const seconds = stopSecondsBetween(before, after);
  return {
    ...(seconds !== 0 && { stopSeconds: seconds }),
    ...(before?.starts === false && after?.starts !== false && { starts: false as const }),
  };
}

/** With a program that handles the signal: without one, the rule about it is another. */
function stopSecondsBetween(before: Process, after: Process): number | null {
  const [one, other] = [before, after].map(handledStop);
  if (one === other) return 0;
  return typeof one === 'number' && typeof other === 'number' ? one - other : null;
}

function handledStop(process: Process): number | null {
  return process?.stop.find(({ handlesSignal }) => handlesSignal)?.seconds ?? null;
}
