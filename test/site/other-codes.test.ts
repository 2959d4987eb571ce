import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.js';
import { answersTo } from '../../src/site/other-codes.js';

const names = (code: string) => answersTo(code, rules).map(({ name }) => name);

describe('the rules that answer to a code', () => {
  it('names the rule where the code is the rule’s', () => expect(names('DL4000')).toEqual(['maintainer-deprecated']));

  it('names the variants where the code is theirs', () =>
    expect(names('DL3025')).toEqual([
      'shell-form-command/cmd',
      'shell-form-command/entrypoint',
      'shell-form-command/healthcheck',
    ]));

  it('knows no other code', () => expect(names('XY1')).toEqual([]));
});
