import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const FROM = 'FROM debian:13-slim';

test.each([
  ['holds', `${FROM}\nRUN apt-get update && apt-get install -y curl`],
  ['holds', `${FROM}\nRUN apt-get update && apt-get install -y curl && apt-get install -y jq`],
  ['holds', `${FROM}\nRUN <<EOF\nset -e\napt-get update\napt-get install -y curl\nEOF`],
  ['holds', `${FROM}\nRUN apt-get update`],
  ['holds', 'FROM alpine:3.23\nRUN apk add curl'],
  ['alone', `${FROM}\nRUN apt-get update\nRUN apt-get install -y curl`],
  ['alone', `${FROM}\nRUN apt-get update && apt-get install -y curl\nRUN apt-get install -y jq`],
  ['none', `${FROM}\nRUN apt-get install -y curl`],
  // A stage that the image does not need.
  ['holds', `${FROM} AS other\nRUN apt-get install -y curl\n\n${FROM}`],
])('%s', async (state, text) => {
  expect(await stateOf({ 'fresh-lists': {} }, text)).toBe(state);
});
