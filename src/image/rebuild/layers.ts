/** What the files of a stage come from, and which of them a change may have written anew. */
import type { Run } from '../../model/index.js';
import { isWithin } from '../files/command-paths.js';
import { isOfDistribution, mayWrite } from './run-writes.js';
import type { Step } from './step.js';

/** A layer, on top of those below. */
export interface Layer {
  readonly step: Step;
  readonly below: Layer | undefined;
  readonly content:
    | { readonly kind: 'base' }
    | { readonly kind: 'run'; readonly run: Run }
    | {
        readonly kind: 'copy';
        /** Files and folders that it brings. */
        readonly places: readonly Place[];
        /** Paths of which the change makes others. */
        readonly changed: readonly string[];
      };
}

export interface Place {
  readonly path: string;
  readonly isFolder: boolean;
  /** Paths of the files in the folder, where the context is known. */
  readonly holds: (path: string) => boolean;
}

/** How many layers are looked at, from the top. Below them, whatever runs again is taken to write everything. */
const MOST_LAYERS = 200;

/** The step that is assumed to write a path of a stage anew; undefined where none is. */
export function writerOf(top: Layer | undefined, path: string): Step | undefined {
  const isCopied = isCopiedIn(top, path);
  let looked = 0;
  for (let layer = top; layer; layer = layer.below) {
    if (++looked > MOST_LAYERS) return layer.step.cause === undefined ? undefined : layer.step;
    if (writes(layer, path, isCopied)) return layer.step;
  }
  return undefined;
}

function writes({ step, content }: Layer, path: string, isCopied: boolean): boolean {
  if (content.kind === 'copy') return content.changed.some((one) => isWithin(one, path) || isWithin(path, one));
  if (step.cause === undefined) return false;
  if (content.kind === 'run') return mayWrite(content.run, path, isCopied);
  return !isCopied || path === '/' || isOfDistribution(path);
}

function isCopiedIn(top: Layer | undefined, path: string): boolean {
  let looked = 0;
  for (let layer = top; layer && ++looked <= MOST_LAYERS; layer = layer.below)
    if (layer.content.kind === 'copy' && layer.content.places.some((place) => brings(place, path))) return true;
  return false;
}

function brings(place: Place, path: string): boolean {
  return path === place.path || (place.isFolder && isWithin(path, place.path) && place.holds(path));
}
