import { describe, expect, it } from 'vitest';
import { readPlatform } from '../../../src/model/images/platform.js';

describe('a platform', () => {
  it.each([
    ['linux/amd64', 'linux', 'amd64'],
    ['linux/arm64/v8', 'linux', 'arm64'],
    ['linux/x86_64', 'linux', 'amd64'],
    ['aarch64', 'linux', 'arm64'],
    ['windows', 'windows', 'amd64'],
  ])('%s', (text, system, architecture) => {
    expect(readPlatform(text)).toEqual({ system, architecture });
  });

  it('is undefined where the text is none', () => {
    expect(readPlatform('nothing')).toBeUndefined();
  });
});
