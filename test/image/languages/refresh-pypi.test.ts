import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPipCache } from '../../../scripts/refresh/pip-cache.js';
import { pypiTableText } from '../../../scripts/refresh/pypi-table.js';
import { readDistributions } from '../../../scripts/refresh/python-distributions.js';
import { readPypiTable } from '../../../src/image/languages/pypi-table.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refresh-pypi-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, 'latin1');
}

test('pip’s cache says how large answers are', () => {
  write('cache/http-v2/a/b/c/d/e/1', 'headers');
  write('cache/http-v2/a/b/c/d/e/1.body', '{"meta":{},"name":"Zope.Interface","files":[]}');
  write('cache/http-v2/a/b/c/d/f/2.body', `PK${'\0'.repeat(100)}zope_interface-7.1.0.dist-info/RECORD`);
  const { wheels, pages } = readPipCache(join(folder, 'cache'));
  expect([...wheels]).toEqual([['zope-interface 7.1.0', 139]]);
  expect(pages.get('zope-interface')?.bytes).toBe(46);
});

const METADATA = `Metadata-Version: 2.4
Name: Kit_One
Version: 1.0
Provides-Extra: fast
Requires-Dist: core>=2
Requires-Dist: tomli; python_version < "3.11"
Requires-Dist: pywin32; sys_platform == "win32"
Requires-Dist: loop>=1; extra == "fast"

Requires-Dist: not-this
`;

describe('an environment', () => {
  const read = () => {
    const site = 'venv/lib/python3.13/site-packages';
    write(`${site}/kit_one-1.0.dist-info/METADATA`, METADATA);
    write(`${site}/kit_one-1.0.dist-info/WHEEL`, 'Wheel-Version: 1.0\nTag: cp313-cp313-manylinux_2_28_x86_64\n');
    write(
      `${site}/kit_one-1.0.dist-info/RECORD`,
      'kit/__init__.py,,\n"kit/a,b.py",sha256=0,3\nkit/__pycache__/__init__.cpython-313.pyc,,\n../../../bin/kit,,\nkit/gone.py,,\n',
    );
    write(`${site}/kit/__init__.py`, 'pass\n');
    write(`${site}/kit/a,b.py`, 'a=1');
    write(`${site}/kit/__pycache__/__init__.cpython-313.pyc`, 'bytecode');
    write('venv/bin/kit', '#!/usr/bin/python\n');
    const [one, ...more] = readDistributions(join(folder, 'venv'), '3.13');
    if (!one || more.length > 0) throw new Error('one distribution is expected');
    return one;
  };

  test('says what a distribution is and needs', () => {
    const { name, version, isForMachine, needs } = read();
    expect({ name, version, isForMachine }).toEqual({ name: 'kit-one', version: '1.0', isForMachine: true });
    expect([...needs].map(([extra, some]) => [extra, some.map((one) => one.name)])).toEqual([
      ['', ['core']],
      ['fast', ['loop']],
    ]);
  });

  test('says which files it has', () => {
    const { files, bytecode } = read();
    expect(files.map(({ path, size }) => `${path} ${size}`)).toEqual([
      '/usr/local/lib/python3.13/site-packages/kit/__init__.py 5',
      '/usr/local/lib/python3.13/site-packages/kit/a,b.py 3',
      '/usr/local/bin/kit 18',
    ]);
    expect(bytecode.map(({ size }) => size)).toEqual([8]);
  });
});

test('a table has specifiers only where it has several versions, and is read as it was written', () => {
  const size = { unpacked: 5120, compressed: 1024, bytecode: 2048, compressedBytecode: 512, archive: 1024, page: 512 };
  const need = (name: string, specifiers = '', extras: string[] = []) => ({ name, specifiers, extras, marker: '' });
  const one = (name: string, version: string, needs: [string, ReturnType<typeof need>[]][] = []) => ({
    name,
    version,
    needs: new Map(needs),
    isForMachine: name === 'core',
    size,
  });
  const kit = one('kit', '1.0', [
    ['', [need('core', '<2'), need('loop', '>=1', ['quick'])]],
    ['fast', [need('loop')]],
    ['odd', [need('nowhere')]],
  ]);
  const packages = [kit, one('core', '1.0'), one('core', '2.0'), one('loop', '1.0', [['quick', []]])];
  const text = pypiTableText({ packages, roots: 1, measuredWith: 'pip', python: '3.13', pagesLeft: 0.2 });
  expect(text.split('\n')[3]).toBe('["kit","1.0","core<2 loop[quick]","fast:loop",10,2,4,1,2,1],');
  const table = readPypiTable(JSON.parse(text));
  expect(table.find('core', ['<2'])?.version).toBe('1.0');
  expect(table.find('core', [])?.version).toBe('2.0');
  expect(table.find('kit', [])?.dependsOn('fast')).toEqual([{ name: 'loop', extras: [], specifiers: '' }]);
  expect(table.find('kit', [])?.dependsOn('odd')).toBeUndefined();
  expect(table.find('kit', [])?.size).toEqual(size);
  expect(table.isForMachine('core')).toBe(true);
});
