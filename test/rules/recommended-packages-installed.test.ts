import { recommendedPackagesInstalled } from '../../src/rules/recommended-packages-installed.js';
import { testRule } from '../support/rule-table.js';

testRule(recommendedPackagesInstalled, {
  finds: [
    {
      source: 'FROM debian\nRUN «apt-get install» -y ca-certificates curl',
      repaired: 'FROM debian\nRUN apt-get install --no-install-recommends -y ca-certificates curl',
    },
    {
      source: 'FROM buildpack-deps:trixie-curl\nRUN «apt-get install» -y git',
      repaired: 'FROM buildpack-deps:trixie-curl\nRUN apt-get install --no-install-recommends -y git',
      title: 'the base has the certificates',
    },
    { source: 'FROM debian\nRUN ["«apt-get", "install»", "-y", "curl"]', noFix: true },
    {
      source: 'FROM debian\nRUN apt-get update && «apt-get install» -y curl',
      severity: 'info',
      safety: 'suggested',
      repaired: 'FROM debian\nRUN apt-get update && apt-get install --no-install-recommends -y ca-certificates curl',
    },
    {
      source: 'FROM debian\nRUN apt-get update \\\n    && «apt install» -y \\\n        curl',
      title: 'apt too',
      repaired:
        'FROM debian\nRUN apt-get update \\\n    && apt install --no-install-recommends -y \\\n        ca-certificates \\\n        curl',
    },
    { source: 'FROM debian\nRUN «apt-get install» -y a && «apt-get install» -y b', title: 'each call' },
    {
      source: 'FROM debian\nRUN «apt-get -o APT::Install-Suggests=false install» -y a',
      title: 'suggestions are others',
    },
    { source: 'FROM debian\nRUN «apt-get -o APT::Install-Recommends=true install» -y a' },
    {
      source: 'FROM debian\nRUN «aptitude install» -y a',
      repaired: 'FROM debian\nRUN aptitude install --without-recommends -y a',
    },
    { source: 'FROM debian\nRUN xargs -a list.txt «apt-get install» -y', title: 'packages from a file' },
    {
      source: 'FROM debian\nRUN ["«apt-get", "install»", "-y", "a"]',
      repaired: 'FROM debian\nRUN ["apt-get", "install", "--no-install-recommends", "-y", "a"]',
    },
    {
      source: `FROM debian\nRUN «apt-get install» -y a\nRUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/99x`,
      title: 'a setting that comes too late',
    },
    { source: 'FROM debian AS base\nRUN «apt-get install» -y a\nFROM base', title: 'a stage that is built on' },
  ],
  silent: [
    { source: 'FROM debian AS app\nFROM app AS test\nRUN apt-get install -y git', title: 'nobody ships the tests' },
    'FROM debian\nRUN apt-get install -y --no-install-recommends curl && apt-get --no-install-recommends install -y git',
    'FROM debian\nRUN apt-get -o APT::Install-Recommends=false install -y curl',
    'FROM debian\nRUN apt-get -o APT::Install-Recommends=0 install -y curl',
    'FROM debian\nRUN apt-get -o APT::Install-Recommends="no" install -y curl',
    'FROM debian\nRUN apt-get install -y --install-recommends=false curl',
    { source: 'FROM debian\nRUN apt-get install -y --install-recommends wine', title: 'asked for' },
    {
      source: `FROM debian\nRUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/99x\nRUN apt-get install -y curl`,
      title: 'a setting for the image',
    },
    'FROM debian\nRUN printf "APT::Install-Recommends 0;" | tee /etc/apt/apt.conf.d/99x && apt-get install -y curl',
    'FROM debian AS base\nCOPY <<EOF /etc/apt/apt.conf.d/99x\nAPT { Install-Recommends "0"; }\nEOF\nFROM base\nRUN apt-get install -y curl',
    {
      source: 'FROM debian\nCOPY apt.conf /etc/apt/apt.conf.d/99x\nRUN apt-get install -y curl',
      input: { context: [{ path: 'apt.conf', bytes: 30, text: 'APT::Install-Recommends "no";' }] },
    },
    'FROM debian\nRUN apt-get update && apt-get upgrade -y && apt-get purge -y a && apt-get build-dep -y b',
    { source: 'FROM debian\nRUN apt-get install -y -f', title: 'no package' },
    {
      source: 'FROM debian AS build\nRUN apt-get install -y gcc\nFROM scratch\nCOPY --from=build /a /a',
      title: 'not shipped',
    },
    'FROM alpine\nRUN apk add curl',
    'FROM fedora\nRUN dnf install -y curl',
  ],
});
