import { argOutOfScope } from '../../src/rules/arg-out-of-scope.js';
import { testRule } from '../support/rule-table.js';

testRule(argOutOfScope, {
  finds: [
    {
      source: 'ARG VERSION=1\nFROM debian:13\nLABEL version=«$VERSION»',
      variant: 'instruction',
      repaired: 'ARG VERSION=1\nFROM debian:13\nARG VERSION\nLABEL version=$VERSION',
      safety: 'suggested',
    },
    {
      source: 'ARG VERSION=1\nFROM debian:13\nRUN curl -O https://example.com/a-$«VERSION».tgz\nRUN echo ${«VERSION»}',
      variant: 'run',
      repaired:
        'ARG VERSION=1\nFROM debian:13\nARG VERSION\nRUN curl -O https://example.com/a-$VERSION.tgz\nRUN echo ${VERSION}',
      title: 'one line mends both',
    },
    {
      source: 'FROM golang:1.27\nRUN GOARCH=$«TARGETARCH» go build',
      variant: 'run',
      repaired: 'FROM golang:1.27\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build',
      title: 'the builder has it',
    },
    { source: 'FROM golang:1.27\nENV GOARCH=«$TARGETARCH»', variant: 'instruction' },
    {
      source: 'FROM debian:13 AS build\nARG V=2\nRUN echo $V\nFROM debian:13\nCOPY --from=build /a-«$V» /a',
      variant: 'instruction',
      repaired: 'FROM debian:13 AS build\nARG V=2\nRUN echo $V\nFROM debian:13\nARG V=2\nCOPY --from=build /a-$V /a',
    },
    {
      source: 'FROM debian:13\nARG TAG=26\nFROM node:«$TAG»',
      variant: 'from',
      repaired: 'ARG TAG=26\nFROM debian:13\nARG TAG=26\nFROM node:$TAG',
    },
    {
      source: 'FROM debian:13\nRUN echo $«V»\nARG V=1\nRUN echo $V',
      variant: 'run',
      repaired: 'FROM debian:13\nARG V=1\nRUN echo $V\nRUN echo $V',
      title: 'declared below',
    },
    {
      source: 'FROM debian:13\nARG PORT=80\nCMD server --port $«PORT»',
      variant: 'container',
      severity: 'info',
      repaired: 'FROM debian:13\nARG PORT=80\nENV PORT=$PORT\nCMD server --port $PORT',
    },
    {
      source: 'ARG PORT=80\nFROM debian:13\nENTRYPOINT exec server $«PORT»',
      variant: 'container',
      repaired: 'ARG PORT=80\nFROM debian:13\nARG PORT\nENV PORT=$PORT\nENTRYPOINT exec server $PORT',
    },
    { source: "ARG V=1\nFROM debian:13\nRUN sh -c 'echo $«V»'", variant: 'run' },
    { source: 'ARG V=1\nFROM debian:13\nRUN <<EOF\necho $«V»\nEOF', variant: 'run' },
    { source: 'ARG V=1\nFROM example.com/base:1\nRUN echo $«V»', variant: 'run' },
  ],
  silent: [
    'ARG V=1\nFROM debian:13\nARG V\nRUN echo $V\nLABEL v=$V',
    'ARG V=1\nFROM debian:$V',
    {
      source: 'FROM debian:13 AS a\nARG V=1\nFROM a\nRUN echo $V',
      title: 'a stage inherits the arguments of its base',
    },
    { source: 'ARG NODE_VERSION=26\nFROM node:$NODE_VERSION\nRUN echo $NODE_VERSION', title: 'the base sets it' },
    {
      source: 'ARG NODE_VERSION=26\nFROM example.com/node:$NODE_VERSION\nRUN echo $NODE_VERSION',
      title: 'the base is unknown and may set it',
    },
    { source: 'ARG V=1\nFROM debian:13\nRUN V=2 && echo $V', title: 'the script sets it' },
    { source: 'ARG V=1\nFROM debian:13\nRUN for V in a b; do echo $V; done' },
    { source: 'ARG V=1\nFROM debian:13\nRUN read V < /v && echo $V' },
    { source: 'ARG VERSION_CODENAME=a\nFROM debian:13\nRUN . /etc/os-release && echo $VERSION_CODENAME' },
    { source: 'ARG V=1\nFROM debian:13\nRUN echo ${V:-2}', title: 'the script knows that it may not be set' },
    { source: "ARG V=1\nFROM debian:13\nRUN echo '$V'", title: 'no shell reads it' },
    { source: 'ARG V=1\nFROM debian:13\nRUN ["echo", "$V"]', title: 'no shell reads it' },
    { source: 'FROM debian:13\nARG PORT=80\nENV PORT=$PORT\nCMD server $PORT' },
    { source: 'FROM debian:13\nARG PORT=80\nCMD server ${PORT:-80}' },
    { source: 'FROM debian:13\nCMD server $PORT', title: 'given at the start' },
    { source: 'FROM debian:13\nARG PORT=80\nCMD ["server", "$PORT"]', title: 'another mistake' },
    { source: 'FROM debian:13\nRUN echo $V', title: 'no argument of this name' },
    'FROM --platform=$BUILDPLATFORM debian:13\nARG TARGETARCH\nRUN echo $TARGETARCH',
    { source: 'RUN echo $TARGETARCH', title: 'a fragment' },
    { source: 'ARG V=1\nFROM debian:13\nENV V=2\nRUN echo $V' },
    { source: "ARG V=1\nFROM debian:13\nRUN <<'EOF' python3\nprint('$V')\nEOF" },
  ],
});
