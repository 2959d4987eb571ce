/** With what a call of a language's package manager installs, and what it finds there. */
import { type Dockerfile, isDevelopmentOmittedIn, type PackageCall, type Run } from '../../model/index.js';
import { absolute, folderAt, isWithin } from '../files/command-paths.js';
import { isInMount } from '../files/written-paths.js';
import {
  type FileText,
  type InstallPrediction,
  type InstallSituation,
  normalised,
  predictInstall,
} from '../languages/index.js';
import type { StageState } from './stage-state.js';

/** Predicts what a call installs, and remembers it for what comes later in the stage. */
export function languageInstall(
  dockerfile: Dockerfile,
  run: Run,
  call: PackageCall,
  { languages, ...state }: StageState,
): InstallPrediction {
  const prediction = predictInstall(call, situationOf(dockerfile, run, call, { languages, ...state }));
  languages.installs.set(call, prediction);
  if (!('unknown' in prediction) && call.manager !== 'npm')
    for (const name of prediction.names) languages.python.add(normalised(name.replace(/==.*/, '')));
  return prediction;
}

/** The folder in which a call works; undefined where it is not known. */
export function callFolder(run: Run, { command, folder }: PackageCall): string | undefined {
  return absolute(folder?.text ?? '.', folderAt(run, command));
}

function situationOf(dockerfile: Dockerfile, run: Run, call: PackageCall, state: StageState): InstallSituation {
  const { scope } = run;
  const { libc, runtime } = scope.base ?? {};
  const { tables, python } = state.languages;
  const folder = callFolder(run, call);
  return {
    npm: tables.npm,
    pypi: tables.pypi,
    library: libc === 'glibc' || libc === 'musl' ? libc : undefined,
    isAmd64: /^(?:linux\/(?:amd64|x86_64))?$/.test(dockerfile.input.platform ?? ''),
    omitsDevelopment: isDevelopmentOmittedIn(scope, call.manager),
    python: runtime?.name === 'python' ? runtime.version : undefined,
    installed: python,
    textOf: (path) => {
      const place = absolute(path, folder);
      return place === undefined ? undefined : textAt(dockerfile, run, place, state);
    },
    variable: (name) =>
      call.command.assignments.find((one) => one.name === name)?.value?.text ??
      scope.variable(name)?.value ??
      undefined,
  };
}

/** The text of a file of the image: one that a COPY brings, or that a mount shows. */
function textAt(dockerfile: Dockerfile, run: Run, path: string, { files }: StageState): FileText {
  if (isInMount(run, path)) return textInMount(dockerfile, run, path);
  // What a distribution brings has no files of a project.
  const there = files.visibleAt(path).filter(({ place }) => place !== 'system');
  const file = there.flatMap((entry) => entry.files ?? []).find((one) => one.path === path);
  if (!file) return there.length === 0 ? null : undefined;
  const source = dockerfile.input.context?.find(
    (one) => file.origin === one.path || file.origin.startsWith(`${one.path} `),
  );
  if (source) return source.text;
  // A heredoc is its own origin.
  return new TextEncoder().encode(file.origin).length === file.bytes ? file.origin : undefined;
}

function textInMount({ input }: Dockerfile, { mounts, scope }: Run, path: string): FileText {
  for (const { type, from, target, keys } of mounts) {
    const place = target && absolute(scope.expand(target) ?? '', scope.workdir ?? undefined);
    if (place === undefined || !isWithin(path, place)) continue;
    const source = keys.get('source');
    const inContext = absolute(`${source ? scope.expand(source) : '.'}/${path.slice(place.length)}`, '/');
    return type === 'bind' && !from ? input.context?.find((one) => `/${one.path}` === inContext)?.text : undefined;
  }
  return undefined;
}
