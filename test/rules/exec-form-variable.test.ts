import { execFormVariable } from '../../src/rules/exec-form-variable.js';
import { testRule } from '../support/rule-table.js';

testRule(execFormVariable, {
  finds: [
    {
      source: 'FROM node:26\nENV PORT=80\nCMD ["node", "server.js", "«$PORT»"]',
      repaired: 'FROM node:26\nENV PORT=80\nCMD ["sh", "-c", "exec node server.js \\"$PORT\\""]',
      safety: 'suggested',
    },
    { source: 'FROM node:26\nCMD ["node", "--port=«${PORT}»"]'.replace('--port=«${PORT}»', '«--port=${PORT}»') },
    { source: 'FROM debian:13\nENV DIR=/a\nENTRYPOINT ["app", "«$DIR/x»"]', noFix: true },
    { source: 'FROM debian:13\nARG V=1\nRUN ["touch", "«/a-$V»"]' },
    { source: 'FROM debian:13\nRUN ["ls", "«$HOME»"]' },
    { source: 'FROM debian:13\nHEALTHCHECK CMD ["check", "«$PORT»"]' },
    {
      source: 'FROM debian:13\nENTRYPOINT ["app"]\nCMD ["«$HOME»", "«$PORT»"]'.replace('"«$HOME»"', '"a"'),
      noFix: true,
    },
    { source: 'FROM gcr.io/distroless/base-debian13\nENV A=1\nCMD ["/app", "«$A»"]', noFix: true, title: 'no shell' },
  ],
  silent: [
    'FROM node:26\nENV PORT=80\nCMD node server.js $PORT',
    'FROM node:26\nENV PORT=80\nCMD ["sh", "-c", "exec node server.js $PORT"]',
    'FROM node:26\nENV PORT=80\nENTRYPOINT ["/bin/bash", "-c"]\nCMD ["node $PORT"]',
    { source: 'FROM debian:13\nENV A=1\nENTRYPOINT ["tini", "--", "sh", "-c"]\nCMD ["b", "$A"]' },
    { source: 'FROM debian:13\nCMD ["app", "$UNKNOWN"]', title: 'may have a meaning of its own' },
    { source: 'FROM debian:13\nENV A=1\nCMD ["awk", "{print $A}"]', title: 'awk has its own' },
    { source: 'FROM debian:13\nENV A=1\nCMD ["app", "$(A)"]', title: 'Kubernetes puts it in' },
    { source: 'FROM debian:13\nENV A=1\nCMD ["app", "$$A"]', title: 'escaped' },
    { source: 'FROM debian:13\nCMD ["app", "^foo$"]' },
    { source: 'CMD ["app", "$PORT"]', title: 'a fragment' },
  ],
});
