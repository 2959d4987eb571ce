import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const FROM = 'FROM golang:1.26\nWORKDIR /src';
const context = [
  { path: 'main.go', bytes: 900 },
  { path: 'README.md', bytes: 400 },
];

test.each([
  ['holds', `${FROM}\nCOPY main.go ./\nRUN go build -o /bin/tool .`],
  ['holds', `${FROM}\nRUN --mount=type=bind,target=. go build -o /bin/tool .`],
  ['too-many', `${FROM}\nCOPY . .\nRUN go vet .\nRUN go build -o /bin/tool .`],
  ['not-taken', `${FROM}\nCOPY README.md ./`],
  ['not-taken', `${FROM} AS build\nCOPY . .\n\nFROM scratch\nCMD ["/bin/tool"]`],
])('%s', async (state, text) => {
  expect(await stateOf({ 'rebuilt-steps': { file: 'main.go', atMost: 2 } }, text, { context })).toBe(state);
});
