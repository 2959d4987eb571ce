/** A Dockerfile in plain words, as plain data: fit for a worker's other side. */
import type { Text } from '../model/text.js';

/** One instruction: what it does, and what follows for the image, the build cache and the container. */
export interface InstructionExplanation {
  /** Its first line, counted from 1. */
  readonly line: number;
  /** In capitals; `unknown` where it is no instruction. */
  readonly keyword: string;
  /** The instruction's own words, on one line. */
  readonly text: string;
  /** Sentences, at least one; those of a RUN follow its commands. */
  readonly does: readonly Text[];
  /** The builder refuses it: a sentence. */
  readonly refused: Text | undefined;
  /** What it adds to the image. */
  readonly image: Text | undefined;
  /** What makes it run again in a later build. */
  readonly cache: Text | undefined;
  /** What it changes for the running container; undefined where nothing. */
  readonly container: Text | undefined;
}

/** The instructions of one stage, or the ARGs above the first. */
export interface StageExplanation {
  /** As people name it: `Stage build`, `Before the first stage`. */
  readonly title: string;
  /** What it is for. */
  readonly purpose: Text;
  readonly isBuilt: boolean;
  readonly instructions: readonly InstructionExplanation[];
}

export interface Explanation {
  readonly stages: readonly StageExplanation[];
  /** Instructions that are left out at the end. */
  readonly hidden: number;
}
