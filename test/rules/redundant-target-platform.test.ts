import { redundantTargetPlatform } from '../../src/rules/redundant-target-platform.js';
import { testRule } from '../support/rule-table.js';

testRule(redundantTargetPlatform, {
  finds: [
    { source: 'FROM «--platform=$TARGETPLATFORM» debian:13', repaired: 'FROM debian:13', safety: 'safe' },
    { source: 'FROM «--platform=${TARGETPLATFORM}» debian:13 AS a', repaired: 'FROM debian:13 AS a' },
    { source: 'FROM a AS b\nFROM «--platform=$TARGETPLATFORM» b', repaired: 'FROM a AS b\nFROM b' },
    { source: 'ARG TARGETPLATFORM\nFROM «--platform=$TARGETPLATFORM» debian:13', title: 'declared, without a value' },
  ],
  silent: [
    'FROM debian:13',
    'FROM --platform=$BUILDPLATFORM debian:13',
    'FROM --platform=linux/amd64 debian:13',
    { source: 'FROM --platform=${TARGETPLATFORM:-linux/amd64} debian:13', title: 'with a default for the old builder' },
    { source: 'ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM debian:13', title: 'it has a default' },
    'FROM --platform=$TARGETOS/$TARGETARCH debian:13',
    'ARG P\nFROM --platform=$P debian:13',
  ],
});
