/** The command line's arguments. */
import { parseArgs } from 'node:util';
import { PRESETS, type Preset } from '../config/configuration.js';
import { CHANGE_FORMS, type Change, readChange } from '../image/index.js';

export const FORMATS = ['human', 'json', 'sarif', 'github', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface Arguments {
  readonly files: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  readonly preset: Preset | undefined;
  /** A configuration file; undefined: `plimsoll.yaml` in this folder, if there is one. */
  readonly config: string | undefined;
  readonly target: string | undefined;
  readonly buildArguments: Readonly<Record<string, string>>;
  readonly platform: string | undefined;
  /** Draw the image that a build would make. */
  readonly predict: boolean;
  /** What changes between two builds, in the words of the user and read. */
  readonly rebuild: { readonly text: string; readonly change: Change } | undefined;
  /** The build context; undefined: the Dockerfile's folder, where a prediction is asked for. */
  readonly context: string | undefined;
  /** Ask ShellCheck about the scripts, too. */
  readonly shellcheck: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

export const HELP = `Usage: plimsoll [options] [FILE…]

Checks Dockerfiles. Without a FILE it takes ./Dockerfile; - is standard input.

  --format FORMAT          how to report: ${FORMATS.join(', ')} (human)
  --fix                    write the safe fixes into the files
  --preset ${PRESETS.join('|')}   which rules are on (recommended)
  --config FILE            configuration (./plimsoll.yaml)
  --target STAGE           the stage to build (the last one)
  --build-arg NAME=VALUE   a build argument, may be repeated
  --platform PLATFORM      such as linux/arm64
  --predict                draw the image that a build would make
  --rebuild CHANGE         say which steps run again after a change
                           (${CHANGE_FORMS.join(', ')})
  --context DIR            the build context, read for names and sizes
                           (with --predict or --rebuild: the Dockerfile's folder)
  --no-shellcheck          leave the scripts of RUN to others
  --version                print the version
  --help                   print this

Exit status: 0 nothing found but info and style, 1 errors or warnings, 2 something could not be read.
`;

/** Reads the arguments; an error is a sentence for the user. */
export function readArguments(args: readonly string[]): Arguments | { readonly error: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'human' },
        fix: { type: 'boolean', default: false },
        preset: { type: 'string' },
        config: { type: 'string' },
        target: { type: 'string' },
        'build-arg': { type: 'string', multiple: true, default: [] },
        platform: { type: 'string' },
        predict: { type: 'boolean', default: false },
        rebuild: { type: 'string' },
        context: { type: 'string' },
        'no-shellcheck': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
      },
    });
    const format = FORMATS.find((candidate) => candidate === values.format);
    if (!format) return { error: `--format is one of ${FORMATS.join(', ')}, not ${values.format}.` };
    const preset = PRESETS.find((candidate) => candidate === values.preset);
    if (values.preset !== undefined && !preset)
      return { error: `--preset is one of ${PRESETS.join(', ')}, not ${values.preset}.` };
    const change = values.rebuild === undefined ? undefined : readChange(values.rebuild);
    if (change && 'error' in change) return { error: `--rebuild: ${change.error}` };
    const buildArguments = readBuildArguments(values['build-arg']);
    return {
      files: positionals.length > 0 ? positionals : ['Dockerfile'],
      format,
      fix: values.fix,
      preset,
      config: values.config,
      target: values.target,
      buildArguments,
      platform: values.platform,
      predict: values.predict,
      rebuild: change && { text: values.rebuild ?? '', change },
      context: values.context,
      shellcheck: !values['no-shellcheck'],
      help: values.help,
      version: values.version,
    };
  } catch (error) {
    return { error: `${(error as Error).message}` };
  }
}

/** `NAME=VALUE`; a bare `NAME` takes the value of the environment, as `docker build` does. */
function readBuildArguments(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.flatMap((pair) => {
      const equals = pair.indexOf('=');
      if (equals !== -1) return [[pair.slice(0, equals), pair.slice(equals + 1)]];
      const inherited = process.env[pair];
      return inherited === undefined ? [] : [[pair, inherited]];
    }),
  );
}
