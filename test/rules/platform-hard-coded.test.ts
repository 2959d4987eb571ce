import { platformHardCoded } from '../../src/rules/platform-hard-coded.js';
import { testRule } from '../support/rule-table.js';

testRule(platformHardCoded, {
  finds: [
    { source: 'FROM «--platform=linux/amd64» debian:13', noFix: true },
    'FROM «--platform=linux/arm64/v8» debian:13 AS build',
    { source: 'FROM «--platform=amd64» debian:13 AS build', title: 'an architecture alone' },
    'FROM a AS b\nFROM «--platform=linux/arm64» debian:13',
    { source: 'FROM «--platform=linux/x86_64» debian:13 AS build-x86_64', title: 'BuildKit calls it amd64' },
  ],
  silent: [
    'FROM debian:13',
    'FROM --platform=$BUILDPLATFORM debian:13',
    'FROM --platform=$TARGETPLATFORM debian:13',
    { source: 'ARG P=linux/amd64\nFROM --platform=$P debian:13', title: 'can be set from outside' },
    { source: 'FROM --platform=linux/amd64 debian:13 AS build-amd64', title: 'the name says so' },
    { source: 'FROM --platform=linux/arm64 debian:13 AS linux-tools', title: 'the name says so' },
    { source: 'FROM --platform=nothing debian:13', title: 'no platform: build-error' },
    'FROM --platform=linux/$TARGETARCH debian:13',
  ],
});
