import { unusedArg } from '../../src/rules/unused-arg.js';
import { testRule } from '../support/rule-table.js';

testRule(unusedArg, {
  finds: [
    { source: 'ARG «V»=1\nFROM debian:13', variant: 'global', repaired: 'FROM debian:13', safety: 'suggested' },
    {
      source: 'ARG A=1 «B»=2\nFROM debian:$A',
      variant: 'global',
      repaired: 'ARG A=1\nFROM debian:$A',
    },
    { source: 'ARG «V»\n# V is the version\nFROM debian:13', title: 'a comment uses nothing' },
    {
      source: 'FROM debian:13\nARG «V»=1\nCOPY a /a\n',
      variant: 'stage',
      repaired: 'FROM debian:13\nCOPY a /a\n',
    },
    { source: 'FROM debian:13\nARG «V»=1\nRUN mkdir /a && chown 1 /a', variant: 'stage' },
    { source: 'FROM debian:13\nRUN make $V\nARG «V»=1', variant: 'stage', title: 'used above only' },
    { source: 'ARG V=13\nFROM debian:$V\nARG «V»\nCOPY a /a', variant: 'stage', title: 'declared again for nothing' },
    { source: 'FROM debian:13 AS a\nARG «V»=1\nFROM debian:13\nRUN make', variant: 'stage', title: 'another stage' },
  ],
  silent: [
    'ARG V=13\nFROM debian:$V',
    { source: 'ARG V=1\nFROM debian:13\nARG V\nRUN make', title: 'declared again in a stage' },
    { source: 'ARG V=1\nFROM debian:13\nRUN echo $V', title: 'arg-out-of-scope' },
    { source: 'FROM debian:13\nARG VERSION=1\nLABEL v=$VERSON', title: 'misspelt: undefined-variable' },
    'ARG A=1\nARG B=$A\nFROM debian:$B',
    { source: 'FROM debian:13\nARG V=1\nRUN make', title: 'make may read it' },
    { source: 'FROM debian:13\nARG V=1\nRUN npm ci', title: 'npm may read it' },
    'FROM debian:13\nARG V=1\nCOPY $V /a',
    'FROM debian:13\nARG V=1\nRUN rm /$V',
    { source: 'FROM debian:13 AS a\nARG V=1\nFROM a\nCOPY $V /a', title: 'a stage that is built on it' },
    { source: 'FROM debian:13\nARG DEBIAN_FRONTEND=noninteractive\nCOPY a /a', title: 'read by name elsewhere' },
    { source: 'FROM debian:13\nARG CACHE_BUST\nCOPY a /a', title: 'there for the cache' },
    { source: 'ARG TARGETARCH\nFROM debian:13', title: 'the builder knows it' },
    { source: 'ARG HTTP_PROXY\nFROM debian:13', title: 'the builder knows it' },
    { source: 'ARG V=1', title: 'no image at all' },
    { source: 'FROM debian:13\nARG V=1\nONBUILD RUN make', title: 'read below' },
    { source: 'FROM debian:13\nARG V=1\nRUN ["make"]' },
  ],
});
