/** The prediction in the JSON report. `null` is unknown; sizes are bytes, of the layers' tars and of their gzip blobs. */
import {
  type Amount,
  type ImageView,
  isBounded,
  type ProcessNode,
  type ProcessPrediction,
  type RebuiltStep,
  type Size,
  type Summary,
  stageName,
} from '../image/index.js';
import type { Lines } from '../model/index.js';

interface JsonSizes {
  readonly unpackedBytes: Amount | null;
  readonly compressedBytes: Amount | null;
}

export interface JsonLayer extends JsonSizes {
  readonly line: number | null;
  readonly instruction: string;
  readonly stage: string;
  readonly wastedBytes: Amount | null;
  /** Lines of the later steps that hide it or store it again. */
  readonly wastedBy: readonly number[];
  readonly why: string;
}

export interface JsonImage extends JsonSizes {
  readonly base: string | null;
  readonly user: string | null;
  readonly workdir: string | null;
  readonly command: readonly string[] | null;
  readonly ports: readonly string[];
  /** What is known of the size, where the whole is not. */
  readonly atLeast: { readonly unpackedBytes: number; readonly compressedBytes: number };
  readonly layers: readonly JsonLayer[];
  readonly process: JsonProcess | null;
}

interface JsonNode {
  readonly command: string;
  readonly children: readonly JsonNode[];
}

interface JsonProcess {
  readonly pid1: string | null;
  readonly tree: readonly JsonNode[];
  readonly stopSignal: string;
  readonly stop: readonly {
    readonly handlesSignal: boolean;
    readonly seconds: number | null;
    readonly exitCode: number | null;
    readonly graceful: boolean | null;
  }[];
  readonly reapsZombies: boolean | null;
  readonly starts: boolean | null;
}

export interface JsonStep {
  readonly line: number;
  readonly stage: string;
  readonly step: RebuiltStep['step'];
  readonly why: string;
}

export function jsonImage({ base, layers, size, process, summary }: ImageView): JsonImage {
  const atLeast = { unpackedBytes: size.unpacked.min, compressedBytes: size.compressed.min };
  return {
    base,
    ...jsonSummary(summary),
    ...jsonSizes(size),
    atLeast,
    layers: layers.map(({ line, instruction, stage, size: own, wasted, wastedBy, why }) => ({
      line,
      instruction,
      stage,
      ...jsonSizes(own),
      wastedBytes: jsonAmount(wasted.unpacked),
      wastedBy,
      why,
    })),
    process: process ? jsonProcess(process) : null,
  };
}

function jsonSummary({ user, workdir, command, ports }: Summary): Summary {
  return { user, workdir, command, ports };
}

function jsonSizes({ unpacked, compressed }: Size): JsonSizes {
  return { unpackedBytes: jsonAmount(unpacked), compressedBytes: jsonAmount(compressed) };
}

function jsonAmount(amount: Amount): Amount | null {
  return isBounded(amount) ? { min: amount.min, max: amount.max } : null;
}

function jsonNode({ command, children }: ProcessNode): JsonNode {
  return { command, children: children.map(jsonNode) };
}

function jsonProcess({ pid1, tree, stopSignal, stop, reapsZombies, starts }: ProcessPrediction): JsonProcess {
  const outcomes = stop.map(({ handlesSignal, seconds, exitCode, graceful }) => ({
    handlesSignal,
    seconds,
    exitCode,
    graceful,
  }));
  return { pid1, tree: tree.map(jsonNode), stopSignal, stop: outcomes, reapsZombies, starts };
}

/** One step of the build after a change. */
export function jsonStep({ instruction, stage, step, why }: RebuiltStep, lines: Lines): JsonStep {
  return { line: lines.positionAt(instruction.at.start).line, stage: stageName(stage), step, why };
}
