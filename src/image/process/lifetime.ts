/** How long a program runs by itself: daemons that go into the background, `sleep`, and what only prints. */
import { type Dockerfile, lineage, type Stage } from '../../model/index.js';

interface Around {
  readonly dockerfile: Dockerfile;
  readonly stage: Stage;
}

/** Whether a server goes into the background and lets the process end that Docker has started; undefined: not known. */
export function isDaemonising(name: string, args: readonly string[], around: Around): boolean | undefined {
  const words = args.join(' ');
  if (name === 'nginx') return /daemon\s+off/.test(words) ? false : !/^-[tvVs]/.test(words) && nginxDaemonises(around);
  if (name === 'service') return args[1] === 'start';
  if (name === 'cron') return !args.includes('-f');
  return (name === 'apachectl' || name === 'apache2ctl') && args[0] === 'start';
}

/** The server that a command leaves in the background; undefined where it is not known to leave any. */
export function daemonNamed(name: string, args: readonly string[], around: Around): string | undefined {
  if (!isDaemonising(name, args, around)) return undefined;
  if (name === 'service') return args[0];
  return name === 'nginx' || name === 'cron' ? name : 'apache2';
}

/** The configuration may say `daemon off`; undefined where the file is replaced by one that can't be seen. */
function nginxDaemonises({ dockerfile, stage }: Around): boolean | undefined {
  let isKnown = true;
  for (const { instructions } of lineage(stage))
    for (const instruction of instructions) {
      if (instruction.keyword !== 'RUN' && instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const text = instruction.fileText.slice(instruction.at.start, instruction.at.end);
      if (/daemon\s+off/.test(text)) return false;
      if (/\/etc\/nginx(?:\/(?:nginx\.conf)?)?(?:["\s]|$)|nginx\.conf/.test(text)) isKnown = false;
    }
  const shown = (dockerfile.input.context ?? []).filter(({ path }) => /(?:^|\/)nginx\.conf$/.test(path));
  const saysOff = shown.some(({ text }) => text !== undefined && /^\s*daemon\s+off/m.test(text));
  if (isKnown) return saysOff ? undefined : true;
  if (saysOff) return false;
  return shown.length > 0 && shown.every(({ text }) => text !== undefined) ? true : undefined;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** Of `sleep 5`, and 0 for what prints and ends; undefined: until something ends it. */
export function secondsOfSleep(name: string, args: readonly string[]): number | undefined {
  if (/^(?:echo|printf|true)$/.test(name)) return 0;
  if (name !== 'sleep') return undefined;
  let seconds = 0;
  for (const text of args) {
    const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(text) ?? [];
    if (number === undefined) return undefined;
    seconds += Number(number) * (UNIT_SECONDS[unit] ?? 1);
  }
  return args.length > 0 ? seconds : 0;
}
