import { volatileValueEarly } from '../../src/rules/volatile-value-early.js';
import { testRule } from '../support/rule-table.js';

testRule(volatileValueEarly, {
  finds: [
    {
      source: 'FROM node\nARG «GIT_SHA»\nCOPY package.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build',
      repaired: 'FROM node\nCOPY package.json ./\nRUN npm ci\nARG GIT_SHA\nCOPY . .\nRUN npm run build',
      variant: 'arg',
      severity: 'info',
      safety: 'suggested',
    },
    {
      title: 'used further down',
      source:
        'FROM debian\nARG «BUILD_DATE»=unknown\nRUN apt-get update && apt-get install -y make\nRUN make DATE=$BUILD_DATE',
      repaired:
        'FROM debian\nRUN apt-get update && apt-get install -y make\nARG BUILD_DATE=unknown\nRUN make DATE=$BUILD_DATE',
      variant: 'arg',
    },
    {
      source: 'FROM node\nARG «COMMIT_SHA»\nENV COMMIT_SHA=$COMMIT_SHA\nRUN npm ci\nCMD ["node", "a.js"]',
      repaired: 'FROM node\nRUN npm ci\nARG COMMIT_SHA\nENV COMMIT_SHA=$COMMIT_SHA\nCMD ["node", "a.js"]',
      variant: 'env',
    },
    {
      source: 'FROM python\nENV «APP_VERSION»=1.4.2\nRUN pip install -r requirements.txt',
      repaired: 'FROM python\nRUN pip install -r requirements.txt\nENV APP_VERSION=1.4.2',
      variant: 'env',
    },
    {
      source: 'FROM node\nARG «VCS_REF»\nLABEL org.opencontainers.image.revision=$VCS_REF\nRUN npm ci\nCOPY . .',
      repaired: 'FROM node\nRUN npm ci\nARG VCS_REF\nLABEL org.opencontainers.image.revision=$VCS_REF\nCOPY . .',
      variant: 'label',
    },
    {
      title: 'several values move together',
      source: `
        FROM node
        # The commit.
        ARG «GIT_COMMIT»
        ARG «VERSION»=dev
        LABEL version="$VERSION" \\
              commit="\${GIT_COMMIT}"
        RUN npm ci
        COPY . .
      `,
      repaired: `
        FROM node
        RUN npm ci
        # The commit.
        ARG GIT_COMMIT
        ARG VERSION=dev
        LABEL version="$VERSION" \\
              commit="\${GIT_COMMIT}"
        COPY . .
      `,
      variant: 'label',
    },
    {
      title: 'another value of the line may be needed',
      source: 'FROM node\nENV NODE_ENV=production «GIT_SHA»=abc\nRUN npm ci',
      variant: 'env',
      noFix: true,
    },
    {
      title: 'below the last installation',
      source: 'FROM debian\nARG «CI_PIPELINE_ID»\nRUN apt-get install -y git\nRUN npm ci\nRUN make',
      repaired: 'FROM debian\nRUN apt-get install -y git\nRUN npm ci\nARG CI_PIPELINE_ID\nRUN make',
    },
    { source: 'FROM node\nARG «GITHUB_RUN_NUMBER»\nRUN npm ci', variant: 'arg' },
  ],
  silent: [
    'FROM node\nRUN npm ci\nARG GIT_SHA\nLABEL revision=$GIT_SHA',
    { title: 'before the first FROM it enters no key', source: 'ARG GIT_SHA\nFROM node\nRUN npm ci' },
    { title: 'the installation uses it', source: 'FROM node\nARG VERSION=1.2.3\nRUN npm install app@$VERSION' },
    { title: 'a program may read it', source: 'FROM node\nARG GIT_SHA\nRUN npm ci && printenv GIT_SHA > /sha' },
    {
      title: 'the version of a dependency',
      source: 'FROM debian\nARG NODE_VERSION=26\nENV UV_VERSION=0.9\nRUN apt-get install -y curl',
    },
    { title: 'a checksum', source: 'FROM debian\nARG TOOL_SHA256=abc\nRUN apt-get install -y curl' },
    {
      title: 'a LABEL alone makes nothing run again',
      source: 'FROM node\nLABEL version=1.2.3 revision=abc\nRUN npm ci',
    },
    { title: 'nothing takes long below it', source: 'FROM node\nRUN npm ci\nARG GIT_SHA\nRUN echo hello' },
    { title: 'another stage', source: 'FROM node AS a\nARG GIT_SHA\nRUN echo $GIT_SHA\nFROM node\nRUN npm ci' },
    { title: 'meant to run again', source: 'FROM node\nARG CACHEBUST\nRUN npm ci' },
    'FROM node\nENV NODE_ENV=production PORT=3000\nRUN npm ci',
  ],
});
