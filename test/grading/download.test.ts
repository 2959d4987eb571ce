import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const SUM = '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef';
const FROM = 'FROM debian:13-slim';
const FILE = 'https://example.com/tool/1.2/tool.tar.gz';

test.each([
  ['holds', `${FROM}\nADD --checksum=sha256:${SUM} ${FILE} /tmp/tool.tar.gz`],
  ['holds', `${FROM}\nARG SUM=${SUM}\nADD --checksum=sha256:$SUM ${FILE} /tmp/tool.tar.gz`],
  ['holds', `${FROM}\nRUN curl -fsSLo t.tgz ${FILE} && echo "${SUM}  t.tgz" | sha256sum -c -`],
  ['holds', `${FROM}\nRUN <<EOF\nset -e\nwget -O t.tgz ${FILE}\nsha256sum --check <<SUMS\n${SUM}  t.tgz\nSUMS\nEOF`],
  ['holds', `${FROM}\nADD ${FILE} /tmp/t.tgz\nRUN echo "${SUM}  /tmp/t.tgz" | sha256sum -c && tar -xf /tmp/t.tgz`],
  ['gone', FROM],
  ['piped', `${FROM}\nRUN curl -fsSL https://example.com/tool/install.sh | sh`],
  ['unchecked', `${FROM}\nADD ${FILE} /tmp/t.tgz`],
  ['unchecked', `${FROM}\nRUN curl -fsSL ${FILE} | tar -xz`],
  ['unchecked', `${FROM}\nRUN curl -fsSLo t.tgz ${FILE} && sha256sum t.tgz`],
  [
    'sum-from-there',
    `${FROM}\nRUN curl -fsSLO ${FILE} && curl -fsSLO ${FILE}.sha256 && sha256sum -c tool.tar.gz.sha256`,
  ],
  ['other-sum', `${FROM}\nADD --checksum=sha256:${SUM.replace('5f', '6f')} ${FILE} /tmp/t.tgz`],
])('%s: %j', async (state, text) => {
  expect(await stateOf({ download: { from: 'example.com/tool', checked: true, sum: SUM } }, text)).toBe(state);
});
