/**
 * Who owns a path in the image: by WORKDIR, COPY, and the commands that make folders and give them away. Without any of
 * these it is root's. Groups are left out, but for a mode that lets everybody write.
 */
import { absolute, isWithin, pathOf } from '../image/files/command-paths.js';
import { landingsOf } from '../image/files/copied-files.js';
import {
  type Dockerfile,
  type Instruction,
  type InstructionOf,
  lineage,
  type Run,
  type ShellCommand,
  type Stage,
} from '../model/index.js';

/** A user by number or name as it is written, or all of them. */
export type Owner = string | typeof EVERYBODY;

export const EVERYBODY = 'everybody';

const ROOT = '0';

/** A path that changes hands; `isDeep`: with everything in it. */
interface Transfer {
  readonly path: string;
  readonly isDeep: boolean;
  /** Undefined: it becomes whoever's it was in another stage, or on another image. */
  readonly owner: Owner | undefined;
  /** Only where nothing is there yet. */
  readonly isNew?: boolean;
}

export function ownerOf(dockerfile: Dockerfile, stage: Stage, path: string): Owner {
  let owner: Owner | undefined = /^\/(?:var\/)?tmp$/.test(path) ? EVERYBODY : undefined;
  for (const { instructions } of [...lineage(stage)].reverse())
    for (const instruction of instructions)
      for (const transfer of transfersOf(dockerfile, instruction)) {
        const isMeant = transfer.isDeep ? isWithin(path, transfer.path) : transfer.path === path;
        if (isMeant && !(transfer.isNew && owner !== undefined)) owner = transfer.owner ?? ROOT;
      }
  return owner ?? ROOT;
}

function transfersOf(dockerfile: Dockerfile, one: Instruction): readonly Transfer[] {
  if (one.keyword === 'WORKDIR') return folderOf(one);
  if (one.keyword === 'COPY' || one.keyword === 'ADD') return copied(dockerfile, one);
  if (one.keyword !== 'RUN') return [];
  return (one.command.script?.commands ?? []).flatMap((command) => changedBy(one, command));
}

/** BuildKit makes the folder as the user in force. */
function folderOf({ word, scope }: InstructionOf<'WORKDIR'>): readonly Transfer[] {
  const written = word && scope.expand(word);
  const path = written ? absolute(written, scope.workdir ?? '/') : undefined;
  return path === undefined ? [] : [{ path, isDeep: false, owner: scope.user ?? ROOT, isNew: true }];
}

function copied(dockerfile: Dockerfile, copy: InstructionOf<'COPY'> | InstructionOf<'ADD'>): readonly Transfer[] {
  const chown = copy.flags.find(({ name }) => name === 'chown')?.value;
  const owner = chown && (copy.scope.expand(chown) ?? chown.text);
  const from = copy.stage?.uses.find((use) => use.instruction === copy && !use.isInvalid)?.stage;
  return landingsOf(dockerfile, copy).map((landing): Transfer => {
    const source = landing.written && absolute(landing.written.text, '/');
    const before = from && source !== undefined ? ownerOf(dockerfile, from, source) : ROOT;
    return { path: landing.path, isDeep: true, owner: owner ?? before };
  });
}

function changedBy(run: Run, command: ShellCommand): readonly Transfer[] {
  const { name, args } = command;
  const words = args.filter(({ text }) => !text.startsWith('-'));
  const has = (option: RegExp) => args.some(({ text }) => option.test(text));
  const paths = (from: number) => words.slice(from).flatMap((word) => pathOf(run, command, word) ?? []);
  const user = run.scope.user ?? ROOT;
  if (name === 'mkdir') return paths(0).map((path) => ({ path, isDeep: false, owner: user, isNew: true }));
  if (name === 'chown') {
    const owner = nameIn(run, words[0]?.text.split(/[:.]/)[0] ?? '');
    return owner ? paths(1).map((path) => ({ path, isDeep: has(/^-[a-zA-Z]*R|^--recursive$/), owner })) : [];
  }
  if (name === 'chmod' && /^(?:[0-7]*[2367]|(?:[ugo]*o[ugo]*|a)?\+[rxX]*w[rxXt]*)$/.test(words[0]?.text ?? ''))
    return paths(1).map((path) => ({ path, isDeep: has(/^-[a-zA-Z]*R|^--recursive$/), owner: EVERYBODY }));
  return name === 'install' && has(/^-[a-z]*d$|^--directory$/) ? installed(run, command) : [];
}

/** `install -d -o app -g app /data` */
function installed(run: Run, command: ShellCommand): readonly Transfer[] {
  const { args } = command;
  const valued = /^(?:-[a-z]*[ogm]|--owner|--group|--mode)$/;
  const owners = args.flatMap(({ text }, index) =>
    /^(?:-[a-z]*o|--owner)$/.test(text)
      ? (args[index + 1]?.text ?? [])
      : text.startsWith('--owner=')
        ? text.slice(8)
        : [],
  );
  return args
    .filter(({ text }, index) => !text.startsWith('-') && !valued.test(args[index - 1]?.text ?? ''))
    .flatMap((word) => pathOf(run, command, word) ?? [])
    .map((path) => ({ path, isDeep: false, owner: nameIn(run, owners.at(-1) ?? run.scope.user ?? ROOT) }));
}

/** `$APP_USER` */
function nameIn({ scope }: Run, written: string): string {
  return written.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => scope.variable(name)?.value ?? whole);
}
