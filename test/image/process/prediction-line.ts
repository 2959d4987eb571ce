/** A prediction in one line, for tables: `sh(app): 10 s 137, 10 s 137`. A star means that the program's shutdown code runs. */
import {
  type ProcessNode,
  type ProcessOptions,
  type ProcessPrediction,
  predictProcess,
} from '../../../src/image/index.js';
import { parseDockerfile } from '../../../src/model/index.js';

export interface Given {
  readonly text: string;
  readonly options?: ProcessOptions;
  readonly files?: Readonly<Record<string, string>>;
  readonly target?: string;
}

export function predictText({ text, options, files, target }: Given): ProcessPrediction {
  const context = Object.entries(files ?? {}).map(([path, content]) => ({
    path,
    bytes: content.length,
    text: content,
  }));
  const input = { text, today: '2026-11-24', ...(files && { context }), ...(target && { target }) };
  return predictProcess(parseDockerfile(input), options);
}

export function treeLine(nodes: readonly ProcessNode[]): string {
  return nodes
    .map(({ command, children }) => (children.length > 0 ? `${command}(${treeLine(children)})` : command))
    .join(' ');
}

export function predictionLine({ tree, pid1, stop }: ProcessPrediction): string {
  const outcomes = stop.map(({ seconds, exitCode, graceful }) => {
    const mark = graceful === null ? '?' : graceful ? '*' : '';
    return `${seconds ?? '?'} s ${exitCode ?? '?'}${mark}`;
  });
  return `${treeLine(tree) || pid1 || '?'}: ${outcomes.join(', ')}`;
}
