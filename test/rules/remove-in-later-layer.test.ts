import { removeInLaterLayer } from '../../src/rules/remove-in-later-layer.js';
import { testRule } from '../support/rule-table.js';

const ARCHIVE = [{ path: 'app.tar.gz', bytes: 52_428_800 }];

testRule(removeInLaterLayer, {
  finds: [
    {
      source: 'FROM debian\nCOPY scripts/*.sh scripts/*.env /tmp/s/\nRUN bash /tmp/s/a.sh && rm -rf «/tmp/s»',
      severity: 'info',
    },
    { source: 'FROM debian\nRUN echo hey > /etc/baz\nRUN rm «/etc/baz»', severity: 'info' },
    {
      source: 'FROM debian\nADD https://example.org/a.tgz /tmp\nRUN tar xf /tmp/a.tgz && rm -rf «/tmp/*»',
      severity: 'warning',
    },
    {
      source: 'FROM debian\nCOPY app.tar.gz /tmp/\nRUN tar xf /tmp/app.tar.gz -C /opt && rm «/tmp/app.tar.gz»',
      severity: 'warning',
      noFix: true,
    },
    {
      source: 'FROM debian\nCOPY app.tar.gz /tmp/app.tar.gz\nRUN tar xf /tmp/app.tar.gz && rm -f «/tmp/*.tar.gz»',
      input: { context: ARCHIVE },
    },
    {
      source: 'FROM debian\nWORKDIR /src\nCOPY . .\nRUN make && cp a /a && cd / && rm -rf «/src»',
      title: 'the whole folder',
    },
    { source: 'FROM debian\nWORKDIR /src\nADD https://example.org/a.zip .\nRUN unzip a.zip\nRUN rm «a.zip»' },
    {
      source: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN npm run build && rm -rf «tests» docs',
      title: 'the context shows that the folder is there',
      input: { context: [{ path: 'tests/a.js', bytes: 1000 }] },
    },
    {
      source:
        'FROM debian\nRUN curl -fsSLo /tmp/a.deb https://example.org/a.deb\nRUN dpkg -i /tmp/a.deb && rm «/tmp/a.deb»',
    },
    { source: 'FROM debian\nWORKDIR /x\nRUN wget https://example.org/a.tgz && tar xf a.tgz\nRUN rm -f «a.tgz»' },
    { source: 'FROM debian\nRUN git clone https://example.org/app.git /src && make -C /src\nRUN rm -rf «/src»' },
    {
      source: 'FROM debian\nRUN apt-get install -y gcc make\nRUN make\nRUN apt-get purge -y «gcc» make',
      title: 'packages',
    },
    { source: 'FROM alpine\nRUN apk add --virtual .build gcc\nRUN make\nRUN apk del «.build»' },
    { source: 'FROM fedora\nRUN dnf install -y gcc && dnf clean all\nRUN dnf remove -y «gcc»' },
    { source: 'FROM fedora\nRUN dnf install -y gcc\nRUN «dnf clean» all', title: 'a cache' },
    { source: 'FROM debian\nRUN apt-get update && apt-get install -y a\nRUN rm -rf «/var/lib/apt/lists/*»' },
    { source: 'FROM node\nRUN npm ci\nRUN «npm cache clean» --force', title: 'the cache of npm' },
    { source: 'FROM node\nRUN npm ci && npm cache clean --force\nRUN npm run build\nRUN «npm prune» --omit=dev' },
    {
      source: 'FROM debian AS base\nCOPY a.zip /a.zip\nFROM base\nRUN rm «/a.zip»',
      title: 'a layer of the stage below',
    },
    { source: `FROM debian\nENV DIR=/opt/src\nCOPY src $DIR/\nRUN make && rm -rf «\${DIR}»`, without: ['escape'] },
  ],
  silent: [
    'FROM debian AS test\nCOPY big.tgz /tmp/\nRUN rm /tmp/big.tgz',
    'FROM debian\nRUN curl -o /tmp/a.deb https://example.org/a.deb && dpkg -i /tmp/a.deb && rm /tmp/a.deb',
    'FROM debian\nRUN apt-get update && apt-get install -y gcc && make && apt-get purge -y gcc && rm -rf /var/lib/apt/lists/*',
    'FROM alpine\nRUN apk add --virtual .build gcc && make && apk del .build',
    {
      source: 'FROM debian\nRUN rm -f /etc/nginx/conf.d/default.conf /usr/share/doc',
      title: 'files of the base image may be in the way',
    },
    { source: 'FROM debian\nRUN apt-get purge -y gcc', title: 'nothing here installed it' },
    {
      source:
        'FROM debian AS build\nCOPY a.zip /\nRUN unzip /a.zip && rm /a.zip\nFROM scratch\nCOPY --from=build /x /x',
      title: 'a stage that does not reach the image',
    },
    {
      source: 'FROM debian\nRUN apt-get update\nRUN apt-get install -y a && rm -rf /var/lib/apt/lists/*',
      title: 'a refresh alone is told by another rule',
    },
    {
      source: 'FROM fedora\nRUN dnf install -y a\nRUN dnf install -y b && dnf clean all',
      title: 'needed for the second install',
    },
    {
      source: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN rm -rf node_modules && npm ci',
      title: 'not known to be in the context',
    },
    {
      source: 'FROM debian\nCOPY a.zip /\nRUN rm /b.zip /tmp/x',
      title: 'another file',
    },
    'FROM debian\nRUN --mount=type=bind,source=a.zip,target=/a.zip unzip /a.zip',
    {
      source: 'FROM debian\nRUN --mount=type=cache,target=/dl curl -o /dl/a https://example.org/a\nRUN rm -f /dl/a',
      title: 'never in a layer',
    },
    { source: 'FROM debian\nRUN apt-get clean && apt-get autoremove -y', title: 'nothing to remove' },
    'FROM node\nRUN npm ci --omit=dev\nRUN npm prune --omit=dev',
    'FROM debian\nCOPY a.sh $UNKNOWN/\nRUN rm $OTHER/a.sh',
  ],
});
