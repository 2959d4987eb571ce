import { managerEffect } from '../image/process/manager-effect.js';
import { isOfNode, type Starter } from '../image/process/manager-start.js';
import { packageScriptOf } from '../image/process/package-script.js';
import { type Dockerfile, type PackageCall, readScript, type Script } from '../model/index.js';
import { replace } from './edits.js';
import { execForm, wordsWithoutShell } from './exec-form.js';
import { reasonOf } from './manager-signals.js';
import { managerStartOf } from './manager-start.js';
import { code, type Text, text } from './message.js';
import { defineRule } from './rule.js';

export const packageManagerAsPid1 = defineRule({
  id: 'package-manager-as-pid-1',
  topic: 'pid-1',
  stages: 'final',
  severity: 'warning',
  variants: {
    npm: {},
    yarn: {},
    pnpm: {},
    'node-run': {},
    poetry: { severity: 'info' },
    pipenv: { severity: 'info' },
    maven: {},
    gradle: {},
    cargo: {},
    'go-run': {},
  },
  summary: 'Start the program itself, not the package manager that would start it.',

  *find({ dockerfile, stages }) {
    for (const stage of stages) {
      const started = managerStartOf(stage);
      if (!started) continue;
      const { call, starter: variant } = started;
      const script = isOfNode(variant) ? scriptOf(dockerfile, call) : undefined;
      const effect = managerEffect(variant, script, started.signalsGroup, stage.base);
      const weight = effect === 'costs-a-process' ? ({ severity: 'info' } as const) : {};
      yield { variant, at: call.command.nameAt, ...weight, call, script, effect, only: started.only };
    }
  },

  explain: ({ variant, call, script, effect }) => ({
    what: text`${code(calledAs(call))} stands between Docker and your program.`,
    why: reasonOf(variant, effect),
    todo: todoOf(variant, script),
  }),

  *repair({ script, only }) {
    const words = script && wordsWithoutShell({ form: 'shell', exec: undefined, script, at: script.at });
    if (!only || words?.[0] !== 'node') return;
    yield {
      title: 'Start the program of the script',
      safety: 'suggested',
      edits: [replace(only.command.at, execForm(words))],
    };
  },
});

/** The script, where it is all that the call runs. */
function scriptOf(dockerfile: Dockerfile, call: PackageCall): Script | undefined {
  const script = packageScriptOf(dockerfile, call);
  return script?.isAlone ? readScript(script.text, 0) : undefined;
}

function todoOf(variant: Starter, script: Script | undefined): Text {
  if (isOfNode(variant)) {
    const only = script?.only;
    return only
      ? text`Start what the script starts, in exec form: ${code([only.program, ...only.args.map((word) => word.raw)].join(' '))}.`
      : text`Start the program in exec form, such as ${code('CMD ["node", "server.js"]')}.`;
  }
  if (variant === 'poetry' || variant === 'pipenv')
    return text`Put the environment's ${code('bin')} folder on the PATH and start the program by its name.`;
  return text`Build in an earlier stage, copy the result, and start that.`;
}

function calledAs({ command }: PackageCall): string {
  return [command.program, ...command.args.map((word) => word.raw)].join(' ');
}
