/** The scripts that refresh the sizes, on descriptions in the form that docker-library/repo-info writes them. */
import { describe, expect, test } from 'vitest';
import { readLocal, readRemote } from '../../scripts/refresh/repo-info.js';
import { type Description, describedIn, refreshRow, replaceRow } from '../../scripts/refresh/size-rows.js';

const platform = (name: string, size: string, digest: string, ...steps: string[]) => `### \`tool:2\` - ${name}

$ docker pull tool@sha256:${digest.repeat(64)}

-	Total Size: **${size}**
-	Image ID: \`sha256:${'e'.repeat(64)}\`

${steps.map((day) => `# ${day}\nRUN step`).join('\n')}
`;
const DAYS = ['Mon, 24 Aug 2026 00:00:00 GMT', 'Sat, 19 Sep 2026 00:45:04 GMT', 'Sat, 19 Sep 2026 00:44:00 GMT'];
const REMOTE = [
  '## `tool:2`\n',
  platform('linux; amd64', '88.0 MB (88027867 bytes)', 'a', ...DAYS),
  platform('unknown; unknown', '2.2 MB (2223378 bytes)', 'b'),
  platform('linux; s390x', '89.8 MB (89789212 bytes)', 'c', 'Thu, 01 Oct 2026 17:00:31 GMT'),
].join('\n');
const local = (size: string, created: string) => `# \`tool:2.1-slim\`

- Image ID: \`sha256:${'d'.repeat(64)}\`
- Created: \`${created}T20:53:07.954805492Z\`
- Virtual Size: ~ ${size}  
  (total size of all layers on-disk)
`;

describe('what the registry says', () => {
  test('of linux/amd64, with the day of the youngest step', () => {
    expect(readRemote(REMOTE)).toEqual({ bytes: 88_027_867, digest: 'a'.repeat(12), built: '2026-09-19' });
  });
  test('also of the last platform of a file, and of a size under a kilobyte', () => {
    const text = platform('linux; amd64', '446.0 B', 'f', 'Wed, 05 Aug 2026 01:12:14 GMT');
    expect(readRemote(text)).toEqual({ bytes: 446, digest: 'f'.repeat(12), built: '2026-08-05' });
  });
  test.each([
    ['another platform only', platform('linux; s390x', '89.8 MB (89789212 bytes)', 'c', ...DAYS)],
    ['no history', platform('linux; amd64', '88.0 MB (88027867 bytes)', 'a')],
    ['no such file', '404: Not Found'],
  ])('nothing from %s', (_, text) => expect(readRemote(text)).toBeUndefined());
});

describe('what the pulled image is', () => {
  test.each([
    ['257.93 Mb', 257_930_000],
    ['1.06 Gb', 1_060_000_000],
    ['4.40 Mb', 4_400_000],
    ['812.50 Kb', 812_500],
  ])('%s', (size, bytes) => {
    const image = { name: 'tool:2.1-slim', id: 'd'.repeat(12), bytes, built: '2026-09-09' };
    expect(readLocal(local(size, '2026-09-09'))).toEqual(image);
  });
  test('nothing from another file', () => expect(readLocal(REMOTE)).toBeUndefined());
});

describe('the new row', () => {
  const remote = readRemote(REMOTE);
  const described = (change: Partial<Description>): Description => ({
    reference: 'tool:2',
    remote,
    local: undefined,
    ...change,
  });
  const pulledOn = (day: string) => readLocal(local('257.93 Mb', day));

  test('has both sizes, and the day of the other image', () => {
    expect(refreshRow(described({ local: pulledOn('2026-09-09') }), {})).toEqual({
      size: "{ compressed: 88_027_867, unpacked: 257_930_000, built: '2026-09-19' }",
      source:
        "size(info('tool/remote/2', 'linux/amd64 aaaaaaaaaaaa'), { source: info('tool/local/2', 'image dddddddddddd'), built: '2026-09-09' })",
    });
  });
  test('tells one day once', () => {
    expect(refreshRow(described({ local: pulledOn('2026-09-19') }), {})).not.toHaveProperty(
      'source',
      expect.stringContaining('built'),
    );
  });
  test.each<[string, Description, Parameters<typeof refreshRow>[1], string]>([
    ['not an official image', described({ reference: 'gcr.io/distroless/cc' }), {}, 'official'],
    ['no description', described({ remote: undefined }), {}, 'no linux/amd64 image in tool/remote/2.md'],
    ['an older build', described({}), { built: '2026-09-20' }, 'built 2026-09-19, the row has 2026-09-20'],
    ['an older pull', described({ local: pulledOn('2025-01-01') }), { unpacked: 1, built: '2026-01-01' }, 'older'],
    ['no pull where the row has one', described({}), { unpacked: 1 }, 'tool/local/2.md'],
  ])('stays with %s', (_, description, row, reason) => {
    expect(refreshRow(description, row)).toEqual({ kept: expect.stringContaining(reason) });
  });
  test('a reference without a tag is the latest', () => {
    expect(describedIn('tool')).toEqual({ remote: 'tool/remote/latest', local: 'tool/local/latest' });
  });
});

test('a row is replaced, whether it stands on one line or on several', () => {
  const rows = "  'a:1': { compressed: 1 },\n  'b:1': size(info('b'), {\n    source: 'x',\n  }),\n};\n";
  const file = `const other = {\n${rows}export const TABLE = {\n${rows}`;
  const replaced = replaceRow(replaceRow(file, 'TABLE', 'a:1', '{}'), 'TABLE', 'b:1', 'size()');
  expect(replaced).toBe(`const other = {\n${rows}export const TABLE = {\n  'a:1': {},\n  'b:1': size(),\n};\n`);
  expect(() => replaceRow(file, 'TABLE', 'c:1', '{}')).toThrow('no row for c:1 in TABLE');
});
