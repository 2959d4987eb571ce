import { describe, expect, test } from 'vitest';
import { allows, isNewerPython } from '../../../src/image/languages/python-version.js';
import { holds, readRequirement } from '../../../src/image/languages/requirement.js';
import { readRequirementsFile } from '../../../src/image/languages/requirements-file.js';

describe('specifiers allow', () => {
  test.each([
    ['', '1.0'],
    ['==1.2', '1.2.0'],
    ['==1.*', '1.9'],
    ['~=1.4', '1.9'],
    ['~=1.4.2', '1.4.9'],
    ['>=1,<2', '1.9.9'],
    ['!=1.5.*', '1.6'],
    ['>1.0', '1.0.1'],
    ['<=2', '2.0'],
    ['===1.0', '1.0'],
  ])('%s: %s', (specifiers, version) => expect(allows(specifiers, version)).toBe(true));

  test.each([
    ['==1.2', '1.2.1'],
    ['==1.*', '2.0'],
    ['~=1.4', '2.0'],
    ['~=1.4.2', '1.5'],
    ['>=1,<2', '2.0'],
    ['!=1.5.*', '1.5.3'],
    ['>1.0', '1.0'],
    ['<2', '2.0.0'],
  ])('not %s: %s', (specifiers, version) => expect(allows(specifiers, version)).toBe(false));

  test('a longer number is newer', () => expect(isNewerPython('1.10', '1.9.9')).toBe(true));
});

describe('a requirement', () => {
  test.each([
    ['Flask', { name: 'flask', extras: [], specifiers: '', marker: '' }],
    ['zope.interface >= 5', { name: 'zope-interface', extras: [], specifiers: '>=5', marker: '' }],
    ['uvicorn[standard,ws]~=0.30', { name: 'uvicorn', extras: ['standard', 'ws'], specifiers: '~=0.30', marker: '' }],
    ['six (>=1.5)', { name: 'six', extras: [], specifiers: '>=1.5', marker: '' }],
    [
      'tomli>=2; python_version < "3.11"',
      { name: 'tomli', extras: [], specifiers: '>=2', marker: 'python_version < "3.11"' },
    ],
  ])('%s', (text, expected) => expect(readRequirement(text)).toEqual(expected));

  test.each(['./folder', 'git+https://example.com/a.git', 'a @ https://example.com/a.whl', ''])('is not %s', (text) =>
    expect(readRequirement(text)).toBeUndefined(),
  );
});

describe('a condition', () => {
  const place = { python: '3.13', extra: 'tests' };
  test.each([
    ['', true],
    ['python_version < "3.11"', false],
    ['python_version >= "3.9"', true],
    ["sys_platform == 'win32'", false],
    ['sys_platform != "win32" and python_version >= "3.9"', true],
    ['os_name == "nt" or extra == "tests"', true],
    ['(os_name == "nt" or extra == "tests") and platform_system == "Darwin"', false],
    ['platform_machine in "x86_64 aarch64"', true],
    ['platform_machine not in "x86_64 aarch64"', false],
    ['some_day == "x"', undefined],
  ])('%s: %s', (marker, expected) => expect(holds(marker, place)).toBe(expected));
});

describe('a requirements file', () => {
  const files: Record<string, string> = {
    'requirements.txt': '# all\nflask==3.0 \\\n  --hash=sha256:0\n-r more/dev.txt\npywin32; sys_platform == "win32"\n',
    'more/dev.txt': 'pytest  # tests\n-r ../nowhere.txt\n',
    'plain.txt': '--prefer-binary\nrequests\n',
    'index.txt': '--index-url https://example.com\nrequests\n',
  };
  const read = (path: string, texts: Record<string, string | undefined> = files) =>
    readRequirementsFile(path, '3.13', (name) => (name in texts ? texts[name] : null));

  test('brings others in, beside it', () => {
    const result = read('requirements.txt', { ...files, 'more/../nowhere.txt': 'six' });
    expect(result).toMatchObject([{ name: 'flask', specifiers: '==3.0' }, { name: 'pytest' }, { name: 'six' }]);
  });

  test('has options that change nothing', () => expect(read('plain.txt')).toMatchObject([{ name: 'requests' }]));

  test.each([
    ['index.txt', 'it can’t be seen what --index-url https://example.com brings'],
    ['gone.txt', 'there is no gone.txt'],
    ['requirements.txt', 'there is no more/../nowhere.txt'],
  ])('%s says why it is not known', (path, reason) => expect(read(path)).toBe(reason));

  test('of which the text is not known', () =>
    expect(read('a.txt', { 'a.txt': undefined })).toBe('it is not known what a.txt says'));
});
