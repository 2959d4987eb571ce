import { ownershipChangeCopiesFiles } from '../../src/rules/ownership-change-copies-files.js';
import { testRule } from '../support/rule-table.js';

testRule(ownershipChangeCopiesFiles, {
  finds: [
    {
      source: 'FROM debian\nCOPY torrc.relay /etc/tor/torrc\nCOPY run.conf /etc/tor/\nRUN «chown» -R tor /etc/tor',
      noFix: true,
      title: 'other files in the folder need the owner too',
    },
    { source: 'FROM debian\nCOPY app.conf /etc/app.conf\nRUN «chown» 1000 /etc/app.conf', severity: 'info' },
    {
      source: 'FROM node:26\nCOPY . /app\nRUN «chown» -R node:node /app\nCMD ["a"]\n',
      variant: 'chown',
      severity: 'warning',
      safety: 'suggested',
      repaired: 'FROM node:26\nCOPY --chown=node:node . /app\nCMD ["a"]\n',
    },
    {
      source:
        'FROM node:26\nWORKDIR /app\nCOPY package.json .\nCOPY src src\nRUN npm ci && «chown» -R 1000:1000 . && true\n',
      variant: 'chown',
      noFix: true,
      title: 'the folder, and what npm writes into it, would keep their owner',
    },
    {
      source: 'FROM debian\nCOPY . /app\nRUN useradd app && «chown» -R app /app',
      title: 'the user does not exist yet when the files are copied',
      noFix: true,
    },
    { source: 'FROM debian\nCOPY --chown=1:1 . /app\nRUN «chown» -R 2:2 /app', title: 'another owner', noFix: true },
    {
      source: 'FROM debian\nCOPY app.jar /\nRUN «chown» 1000 /app.jar',
      input: { context: [{ path: 'app.jar', bytes: 52_428_800 }] },
      severity: 'warning',
    },
    { source: 'FROM debian\nCOPY app.jar /\nRUN «chgrp» 33 /app.jar', noFix: true },
    {
      source: 'FROM debian\nRUN git clone https://example.org/a.git /src\nRUN «chown» -R 1 /src',
      title: 'a RUN wrote them',
      noFix: true,
    },
    { source: 'FROM debian AS base\nCOPY . /app\nFROM base\nRUN «chown» -R 1 /app', variant: 'chown' },
    {
      source: 'FROM debian\nCOPY start.sh /\nRUN «chmod» +x /start.sh\nCMD ["/start.sh"]',
      variant: 'chmod',
      severity: 'info',
      repaired: 'FROM debian\nCOPY --chmod=+x start.sh /\nCMD ["/start.sh"]',
    },
    {
      source: 'FROM debian\nCOPY --chown=1:1 files /files/\nRUN a && \\\n    «chmod» -R 755 /files && \\\n    b',
      variant: 'chmod',
      severity: 'warning',
      repaired: 'FROM debian\nCOPY --chmod=755 --chown=1:1 files /files/\nRUN a && \\\n    b',
    },
    {
      source: 'FROM debian\nCOPY . /app\nRUN «chmod» a+r /app/model.bin',
      title: 'the context shows the file',
      input: { context: [{ path: 'model.bin', bytes: 2_000_000 }] },
      severity: 'warning',
      noFix: true,
    },
    {
      source: 'FROM debian\nCOPY --link a.sh /a.sh\nRUN «chmod» 755 /a.sh',
      title: '--link and --chmod do not go together',
      noFix: true,
    },
    {
      source: 'FROM debian\nCOPY <<EOF /a.sh\ntrue\nEOF\nRUN «chmod» 755 /a.sh\n',
      repaired: 'FROM debian\nCOPY --chmod=755 <<EOF /a.sh\ntrue\nEOF\n',
    },
    { source: 'FROM debian\nCOPY app /tmp/app/\nRUN «mv» /tmp/app /opt/app', variant: 'move', noFix: true },
    { source: 'FROM debian\nADD https://example.org/a.zip /tmp/\nRUN «mv» /tmp/a.zip /opt/', variant: 'move' },
    { source: 'FROM rust\nWORKDIR /src\nCOPY main.rs ./\nRUN «touch» main.rs && cargo build', variant: 'touch' },
    {
      source: 'FROM rust\nCOPY . /src\nRUN «touch» /src/lib.rs',
      input: { context: [{ path: 'lib.rs', bytes: 10 }] },
      variant: 'touch',
      severity: 'info',
    },
  ],
  silent: [
    {
      source:
        'FROM debian\nCOPY install.sh /tmp/\nRUN chmod +x /tmp/install.sh && /tmp/install.sh && rm -f /tmp/install.sh',
      title: 'gone at the end of the step',
    },
    'FROM node:26\nCOPY --chown=node:node . /app',
    { source: 'FROM node:26\nCOPY --chown=node:node . /app\nRUN chown -R node /app', title: 'changes nothing' },
    { source: 'FROM node:26\nCOPY . /app\nRUN chown -R root:root /app', title: 'copied files are root’s' },
    'FROM node:26\nCOPY --chown=1:33 . /app\nRUN chgrp -R 33 /app',
    { source: 'FROM node:26\nCOPY . /app\nRUN chown node /app', title: 'only the folder itself' },
    'FROM node:26\nRUN mkdir /data && chown 1000 /data',
    'FROM node:26\nRUN curl -o /a https://example.org/a && chmod +x /a',
    {
      source: 'FROM node:26\nCOPY . /app\nRUN mkdir -p /app/data && chown -R node /app/data',
      title: 'made here, as far as is known',
    },
    {
      source: 'FROM node AS build\nCOPY . /app\nRUN chown -R node /app\nFROM scratch\nCOPY --from=build /app /app',
      title: 'a stage that does not reach the image',
    },
    'FROM debian\nCOPY --chmod=755 a.sh /\nRUN chmod 755 /a.sh',
    { source: 'FROM debian\nCOPY a.sh /\nRUN chmod +x /b.sh', title: 'another file' },
    { source: 'FROM debian\nCOPY . /app\nRUN chmod 755 /app', title: 'the folder itself' },
    'FROM debian\nCOPY a /a\nRUN mv /b /c',
    { source: 'FROM debian\nCOPY a.txt /\nRUN cp /a.txt /b.txt', title: 'a copy is wanted' },
    'FROM debian\nCOPY a.txt /\nRUN touch /b.txt',
    { source: 'FROM debian\nRUN touch /a.txt\nCOPY a.txt /', title: 'before the copy' },
  ],
});
