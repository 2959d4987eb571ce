import { shellMissing } from '../../src/rules/shell-missing.js';
import { testRule } from '../support/rule-table.js';

const STATIC = 'FROM gcr.io/distroless/static-debian13:nonroot\n';
const NODE = 'FROM gcr.io/distroless/nodejs26-debian13:nonroot\n';
const script = (text: string) => ({ context: [{ path: 'docker/start', bytes: 1, text }] });

testRule(shellMissing, {
  finds: [
    {
      source: `${STATIC}«CMD» /server --port 80`,
      repaired: `${STATIC}CMD ["/server", "--port", "80"]`,
      variant: 'cmd',
      severity: 'error',
      safety: 'suggested',
    },
    { source: 'FROM scratch\n«CMD» exec /server', repaired: 'FROM scratch\nCMD ["/server"]', variant: 'cmd' },
    {
      title: 'busybox, but no /bin/sh',
      source: 'FROM gcr.io/distroless/static-debian13:debug\n«CMD» /server',
      variant: 'cmd',
    },
    {
      title: 'variables need a shell',
      source: 'FROM scratch\n«CMD» /server --port $PORT',
      variant: 'cmd',
      noFix: true,
    },
    {
      title: 'the shell by its name',
      source: 'FROM scratch\nCMD ["«/bin/sh»", "-c", "/server && true"]',
      variant: 'cmd',
      noFix: true,
    },
    {
      title: 'an argument of the entrypoint',
      source: `${NODE}«CMD» node server.js`,
      repaired: `${NODE}CMD ["server.js"]`,
      variant: 'cmd',
    },
    {
      title: 'what the entrypoint would get is not known',
      source: `${NODE}«CMD» npm start`,
      variant: 'cmd',
      noFix: true,
    },
    {
      source: 'FROM cgr.dev/chainguard/python\n«ENTRYPOINT» python main.py',
      repaired: 'FROM cgr.dev/chainguard/python\nENTRYPOINT ["python", "main.py"]',
      variant: 'entrypoint',
    },
    { title: 'CMD is dropped by it', source: 'FROM scratch\n«ENTRYPOINT» /server\nCMD --help', variant: 'entrypoint' },
    {
      source: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\n«ENTRYPOINT» dotnet app.dll',
      variant: 'entrypoint',
    },
    { source: 'FROM dhi.io/node:26\nENTRYPOINT ["«bash»", "run"]', variant: 'entrypoint' },
    {
      source: `${STATIC}«HEALTHCHECK» --interval=5s CMD /server --check\nCMD ["/server"]`,
      repaired: `${STATIC}HEALTHCHECK --interval=5s CMD ["/server", "--check"]\nCMD ["/server"]`,
      variant: 'healthcheck',
    },
    { source: 'FROM scratch\nHEALTHCHECK CMD ["«sh»", "-c", "true"]', variant: 'healthcheck' },
    { source: `${STATIC}«RUN» mkdir /data`, variant: 'run', noFix: true },
    { title: 'the first of them stops the build', source: 'FROM scratch\n«RUN» a\nRUN b', variant: 'run' },
    { source: 'FROM scratch AS base\n«RUN» a\nFROM base\nCMD ["/x"]', variant: 'run' },
    { source: `${NODE}COPY run.sh /\nENTRYPOINT ["«/run.sh»"]`, variant: 'script', noFix: true },
    { source: `${STATIC}CMD ["«/start»"]`, variant: 'script', input: script('#!/usr/bin/env bash\nexec app') },
    { source: `${STATIC}HEALTHCHECK CMD ["«/check.sh»"]`, variant: 'script' },
  ],
  silent: [
    `${STATIC}CMD ["/server"]`,
    'FROM debian:trixie-slim\nRUN true\nCMD /server',
    'FROM gcr.io/distroless/static-debian13:debug\nSHELL ["/busybox/sh", "-c"]\nCMD /server',
    'FROM cgr.dev/chainguard/python:latest-dev\nRUN pip install -r requirements.txt',
    { source: 'FROM cgr.dev/chainguard/node\nRUN npm ci', title: 'not every image of theirs is without a shell' },
    { title: 'an unknown image', source: 'FROM example.com/app\nCMD /server' },
    {
      title: 'another stage has a shell',
      source: 'FROM debian AS b\nRUN make\nFROM scratch\nCOPY --from=b /a /a\nCMD ["/a"]',
    },
    { title: 'an image is made from an archive', source: 'FROM scratch\nADD rootfs.tar.xz /\nRUN true\nCMD bash' },
    { title: 'a shell is copied', source: 'FROM scratch\nCOPY --from=busybox /bin/busybox /bin/sh\nCMD /server' },
    { title: 'a whole file system is copied', source: 'FROM debian AS r\nFROM scratch\nCOPY --from=r / /\nCMD bash' },
    { title: 'a shell of its own', source: 'FROM scratch\nCOPY mysh /\nSHELL ["/mysh", "-c"]\nCMD /server' },
    { title: 'an exec form can run a program', source: 'FROM scratch\nCOPY app /\nRUN ["/app", "--init"]' },
    { title: 'an overwritten CMD', source: `${STATIC}CMD /server\nCMD ["/server"]` },
    {
      title: 'the script is for another program',
      source: `${STATIC}CMD ["/start"]`,
      input: script('#!/app/interpreter\n'),
    },
    { title: 'an argument of the entrypoint', source: `${NODE}CMD ["start.sh"]` },
    { title: '`trailing-comment` speaks', source: 'FROM scratch\nCMD ["/a"] # start' },
    { title: '`exec-form-invalid` speaks', source: "FROM scratch\nCMD ['/a']" },
    'FROM scratch\nHEALTHCHECK NONE\nCMD ["/a"]',
    { title: 'only what the target ships', source: 'FROM scratch AS a\nRUN true\nFROM debian' },
  ],
});
