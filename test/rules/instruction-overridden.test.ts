import { instructionOverridden } from '../../src/rules/instruction-overridden.js';
import { testRule } from '../support/rule-table.js';

testRule(instructionOverridden, {
  finds: [
    {
      source: 'FROM a\n«CMD» ["a"]\nRUN x\nCMD ["b"]\n',
      variant: 'cmd',
      repaired: 'FROM a\nRUN x\nCMD ["b"]\n',
      safety: 'safe',
    },
    { source: 'FROM a\n«CMD» a\n«CMD» b\nCMD c', variant: 'cmd', repaired: 'FROM a\nCMD c' },
    {
      source: 'FROM a\n«ENTRYPOINT» ["a"]\nENTRYPOINT ["b"]',
      variant: 'entrypoint',
      repaired: 'FROM a\nENTRYPOINT ["b"]',
    },
    { source: 'FROM a\n«ENTRYPOINT» ["a"]\nENTRYPOINT []', variant: 'entrypoint', title: 'emptied' },
    {
      source: 'FROM a\n«HEALTHCHECK» NONE\nHEALTHCHECK CMD a',
      variant: 'healthcheck',
      repaired: 'FROM a\nHEALTHCHECK CMD a',
    },
    {
      source: 'FROM a\n«HEALTHCHECK» --interval=5s \\\n  CMD a\nHEALTHCHECK CMD b',
      variant: 'healthcheck',
      repaired: 'FROM a\nHEALTHCHECK CMD b',
    },
    {
      source: 'FROM a\n«CMD» ["a"]\n«ENTRYPOINT» ["b"]\nCMD ["c"]\nENTRYPOINT ["d"]',
      variant: ['cmd', 'entrypoint'],
      repaired: 'FROM a\nCMD ["c"]\nENTRYPOINT ["d"]',
    },
    { source: '«CMD» a\nCMD b', variant: 'cmd', title: 'a fragment' },
  ],
  silent: [
    'FROM a\nENTRYPOINT ["a"]\nCMD ["b"]\nHEALTHCHECK CMD c',
    { source: 'FROM a AS b\nCMD ["a"]\nFROM b\nCMD ["c"]', title: 'a stage may replace what its base sets' },
    'FROM a\nCMD ["a"]\nFROM a\nCMD ["a"]',
    { source: 'FROM a\nCMD ["a"]\nONBUILD CMD ["b"]', title: 'for images built on this one' },
    'FROM a\nHEALTHCHECK CMD a\nFROM b\nHEALTHCHECK NONE',
    'FROM a AS b\nENTRYPOINT ["a"]\nFROM b\nENTRYPOINT ["a"]',
    'FROM a\n# CMD ["a"]\nCMD ["b"]',
  ],
});
