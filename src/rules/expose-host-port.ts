import { replace } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const exposeHostPort = defineRule({
  id: 'expose-host-port',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  aliases: ['ExposeInvalidFormat'],
  summary: 'Name in EXPOSE only the port inside the container.',

  *find({ instructions, dockerfile }) {
    for (const { ports, scope } of instructions('EXPOSE'))
      for (const word of ports) {
        const port = scope.expand(word);
        if (!port?.includes(':') || /\s/.test(port)) continue;
        const isRefused = dockerfile.problems.some(({ at }) => at.start === word.at.start);
        if (!isRefused) yield { at: word.at, word, port, inside: port.slice(port.lastIndexOf(':') + 1) };
      }
  },

  explain: ({ port, inside }) => ({
    what: text`${code(port)} names a port or an address of the host.`,
    why: text`An image can't bind ports of the host: BuildKit drops that part, notes ${code(inside)}, and says that it will refuse the line one day.`,
    todo: text`Write ${code(`EXPOSE ${inside}`)}, and publish it when the container starts: ${code('docker run -p')}.`,
  }),

  *repair({ at, word, inside }) {
    if (word.variables.length === 0 && !word.isQuoted)
      yield { title: `Write ${inside}`, safety: 'suggested', edits: [replace(at, inside)] };
  },
});
