/** Alpine's apk. It never asks. */
import { actionsOf, type Ecosystem, type Grammar, makeCall, readVerb, said, valueWords } from './ecosystem.js';
import { defineManager } from './knowledge.js';
import { type NameGrammar, readPackage } from './package-argument.js';

const GRAMMAR: Grammar = {
  hasClusters: true,
  valued: [
    ...['-t', '--virtual', '-X', '--repository', '-p', '--root', '--arch', '--keys-dir', '--repositories-file'],
    ...['--cache-dir', '--cache-max-age', '--wait', '--progress-fd', '--timeout'],
  ],
  actions: actionsOf({
    install: ['add'],
    'update-index': ['update'],
    upgrade: ['upgrade'],
    remove: ['del'],
    'clean-cache': ['cache clean', 'cache purge'],
  }),
};

/** `curl=8.5-r0`, `curl~8`, `curl>8`; `curl@edge` is a repository's tag and no version. */
const NAMES: NameGrammar = {
  operator: /=~|~=|>=|<=|[=~<>]/,
  files: /\.apk$/,
  isPinning: (operator) => !operator.startsWith('>'),
  trimName: (name) => name.replace(/@.*$/, ''),
};

export const apk: Ecosystem = {
  managers: [
    defineManager('apk', {
      program: 'apk',
      folders: [
        { group: 'index', path: '/var/cache/apk' },
        { group: 'downloads', path: '/etc/apk/cache' },
      ],
      mountFolders: [{ group: 'downloads', path: '/var/cache/apk' }],
      cacheMountSharing: 'locked',
      cacheOffFlags: ['--no-cache'],
      cleanCommand: 'rm -rf /var/cache/apk/*',
    }),
  ],
  programs: { apk: 'apk' },
  read(tool) {
    const verb = readVerb(tool.args, GRAMMAR);
    return makeCall(tool, {
      ...said(verb),
      packages: verb.operands.map((word) => readPackage(word, NAMES)),
      skipsCache: verb.options.has('--no-cache'),
      virtualName: valueWords(verb.options, '-t', '--virtual').at(-1),
    });
  },
};
