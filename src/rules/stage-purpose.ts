/** What a stage is for, as far as its name, its start command and its files say so. */
import { type Cmd, type Entrypoint, lineage, type Stage, startCommandOf } from '../model/index.js';
import type { RuleContext } from './context.js';

const FOR_DEVELOPMENT =
  /^(dev|develop|development|devel|devcontainer|tests?|testing|lint|ci|debug|e2e)([-_.]|$)|[-_.](dev|test)$/;

/** Made for people who work on the program, or for its tests: tools belong into it. */
export function isForDevelopment(stage: Stage | undefined): boolean {
  return stage?.name !== undefined && FOR_DEVELOPMENT.test(stage.name);
}

/** Programs that, called with nothing, wait for what somebody types. */
const INTERACTIVE =
  /^(?:.*[\\/])?(?:sh|bash|ash|zsh|fish|pwsh|powershell|cmd|node|python[\d.]*|pypy[\d.]*|irb|php|perl|jshell|groovysh|ghci|julia|iex|clj|swift|R|erl)(?:\.exe)?$/;

/** Made to be built on or to be worked in: no application is copied, and what starts is a shell or an interpreter. */
export function isToolbox(stage: Stage, { packageCallsOf }: RuleContext): boolean {
  const { entrypoint, cmd, baseEntrypoint, baseCmd } = startCommandOf(stage);
  const own = cmd ?? entrypoint;
  const [last, ...before] = [...(baseEntrypoint ?? []), ...(baseCmd ?? [])].reverse();
  const isIdle = own ? waitsForInput(own) : last !== undefined && before.length < 2 && INTERACTIVE.test(last);
  return isIdle && ![...lineage(stage)].some((one) => takesApplication(one, packageCallsOf));
}

function waitsForInput({ command }: Cmd | Entrypoint): boolean {
  const [only, ...more] = command.script?.commands ?? [];
  return (
    only !== undefined &&
    more.length === 0 &&
    INTERACTIVE.test(only.name ?? '') &&
    only.args.every(({ text }) => /^(?:-[ail]|--login|--interactive)$/.test(text))
  );
}

function takesApplication({ instructions }: Stage, packageCallsOf: RuleContext['packageCallsOf']): boolean {
  return instructions.some((instruction) => {
    if (instruction.keyword === 'RUN')
      return packageCallsOf(instruction).some(({ call }) => call.installsProject || call.action === 'build');
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
    return instruction.sources.some(({ text }) => /^(?:\.?\/?|(?:\.\/)?\*)$|\.jar$/.test(text));
  });
}
