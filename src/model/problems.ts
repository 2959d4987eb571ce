/**
 * What BuildKit refuses to build, found while the model is made. The rule `build-error` puts it into words.
 * Inside an ONBUILD trigger it is refused when an image is built on top. One exception: `copy-destination` builds with
 * BuildKit, and loses files.
 */
import type { Span } from './span.js';

interface At {
  readonly at: Span;
}

export type Problem =
  | (At & { variant: 'syntax'; reason: 'empty-file' | 'no-instruction' | 'line-too-long' | 'not-strings' })
  | (At & { variant: 'unknown-instruction'; word: string; suggestion: string | undefined })
  /** `expected` is what the instruction takes, in words of the reference: "exactly one argument". */
  | (At & { variant: 'arguments'; keyword: string; expected: ArgumentCount })
  | (At & {
      variant: 'flag';
      reason: 'unknown' | 'repeated' | 'no-value' | 'not-boolean' | 'not-here' | 'value';
      keyword: string;
      flag: string;
      /** What it is set to, where that is refused. */
      value?: string;
      suggestion?: string | undefined;
    })
  | (At & { variant: 'before-from'; keyword: string })
  | (At & { variant: 'missing-from' })
  | (At & { variant: 'from-as'; word: string; suggestion: string | undefined })
  | (At & { variant: 'image-reference'; reference: string; reason: 'empty' | 'invalid' | 'upper-case' })
  | (At & { variant: 'platform'; platform: string })
  | (At & { variant: 'stage-name'; name: string })
  | (At & { variant: 'stage-cycle'; names: readonly string[] })
  | (At & { variant: 'key-value'; keyword: string; reason: 'no-equals' | 'no-value' | 'empty-name'; word: string })
  | (At & { variant: 'quote'; quote: string })
  | (At & { variant: 'heredoc'; reason: 'unterminated' | 'destination'; name: string })
  | (At & { variant: 'modifier'; text: string })
  | (At & {
      variant: 'port';
      port: string;
      reason: 'not-a-number' | 'out-of-range' | 'backwards' | 'ip' | 'no-port' | 'unequal-ranges';
    })
  | (At & { variant: 'protocol'; protocol: string; suggestion: string | undefined })
  | (At & {
      variant: 'healthcheck';
      reason: 'none-with-arguments' | 'unknown-type' | 'no-command' | 'duration' | 'too-short' | 'retries';
      word: string;
    })
  | (At & {
      variant: 'mount';
      reason:
        | 'unknown-type'
        | 'unknown-key'
        | 'key-not-for-type'
        | 'key-before-type'
        | 'no-value'
        | 'not-boolean'
        | 'sharing'
        | 'number'
        | 'size'
        | 'no-target'
        | 'no-source'
        | 'source-and-id'
        | 'target-root'
        | 'variable-in-from';
      key: string;
      value: string;
      type: string;
      suggestion?: string | undefined;
    })
  | (At & { variant: 'run-network' | 'run-security'; value: string; suggestion: string | undefined })
  | (At & { variant: 'shell' })
  | (At & { variant: 'volume' })
  | (At & { variant: 'stop-signal'; signal: string; suggestion: string | undefined })
  | (At & { variant: 'onbuild'; keyword: string })
  | (At & {
      variant: 'copy-destination';
      keyword: string;
      destination: string;
      sources: number;
      /** The working directory or a folder above it: it exists, and BuildKit copies into it. */
      isFolder: boolean;
    })
  | (At & { variant: 'copy-source'; reason: 'url' | 'git'; source: string })
  | (At & { variant: 'checksum'; reason: 'digest' | 'local-source' | 'several-sources'; value: string })
  | (At & { variant: 'directive'; reason: 'repeated' | 'escape' | 'check'; name: string });

export type ArgumentCount = 'one' | 'at-least-one' | 'at-least-two' | 'one-or-three';

export type ProblemVariant = Problem['variant'];
