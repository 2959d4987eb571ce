import { secretNameInArgEnv } from '../../src/rules/secret-name-in-arg-env.js';
import { testRule } from '../support/rule-table.js';

const arg = (name: string) => `FROM alpine:3.24\nARG «${name}»`;
const noArg = (name: string) => `FROM alpine:3.24\nARG ${name}`;
const env = (name: string, value: string) => `FROM alpine:3.24\nENV «${name}»=${value}`;
const noEnv = (name: string, value: string) => `FROM alpine:3.24\nENV ${name}=${value}`;

testRule(secretNameInArgEnv, {
  finds: [
    {
      source: 'FROM a\nARG «AWS_SECRET_ACCESS_KEY»=FAKE_VALUE',
      title: 'a default to be replaced: the real one is given to the build',
    },
    'FROM a\nARG «NPM_TOKEN»=changeme',
    { source: arg('NPM_TOKEN'), severity: 'warning', noFix: true },
    ...['DB_PASSWORD', 'GITHUB_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'API_KEY', 'apiKey', 'MYSQL_PASS', 'PGPASSWORD'].map(
      arg,
    ),
    ...[
      'SECRET_KEY_BASE',
      'DB_PASSWORD_PROD',
      'SSH_PRIVATE_KEY',
      'NPM_AUTH',
      'GH_PAT',
      'NEW_RELIC_LICENSE_KEY',
      'OAUTH_ID_TOKEN',
    ].map(arg),
    { title: 'an empty default is filled by the build', source: 'FROM alpine:3.24\nARG «NPM_TOKEN»=""' },
    { title: 'before the first FROM', source: 'ARG «NPM_TOKEN»\nFROM alpine:3.24' },
    { title: 'in a stage that is not shipped', source: 'FROM alpine:3.24 AS build\nARG «NPM_TOKEN»\nFROM alpine:3.24' },
    {
      title: 'an argument becomes a variable of the container',
      source: 'FROM alpine:3.24\nARG «API_TOKEN»\nENV «API_TOKEN»=$API_TOKEN',
    },
    env('DB_PASSWORD', 's3cr3t-value'),
    { title: 'the old form', source: 'FROM alpine:3.24\nENV «DB_PASSWORD» s3cr3t-value' },
    {
      title: 'several in one',
      source: 'FROM alpine:3.24\nENV A=b «DB_PASSWORD»=s3cr3t-value \\\n    «API_TOKEN»=t0k3n-value',
    },
    { title: 'in a trigger', source: 'FROM alpine:3.24\nONBUILD ARG «NPM_TOKEN»' },
  ],
  silent: [
    ...['NPM_TOKEN_FILE', 'TOKEN_PATH', 'TOKEN_URL', 'PUBLIC_KEY', 'NEXT_PUBLIC_API_KEY', 'VITE_API_KEY'].map(noArg),
    ...['GOPRIVATE', 'TRAVIS_OS_NAME', 'GPG_KEY', 'CACHE_KEY', 'KEY', 'AWS_ACCESS_KEY_ID', 'MAX_TOKENS'].map(noArg),
    ...['TOKENIZERS_PARALLELISM', 'SSH_AUTH_SOCK', 'USERNAME', 'AUTHOR', 'MONKEY', 'BYPASS', 'PASSENGER_VERSION'].map(
      noArg,
    ),
    ...['REACT_APP_MAPS_API_KEY', 'SECRET_NAME', 'PASSWORD_MIN_LENGTH', 'OLDPWD'].map(noArg),
    { title: 'empty', source: noEnv('DB_PASSWORD', '""') },
    { title: 'a switch', source: noEnv('MYSQL_RANDOM_ROOT_PASSWORD', 'yes') },
    { title: 'a switch', source: noEnv('APP_BASIC_AUTH', 'false') },
    { title: 'a place to fill in', source: noEnv('DB_PASSWORD', 'changeme') },
    { title: 'a place to fill in', source: noEnv('API_TOKEN', '"<your token>"') },
    { title: 'a dummy for the build', source: noEnv('SECRET_KEY_BASE', 'dummy') },
    { title: 'a path', source: noEnv('DB_PASSWORD', '/run/secrets/db') },
    { title: 'an address', source: noEnv('AUTH_TOKEN', 'https://auth.example.org/token') },
    { title: 'secret-hard-coded speaks', source: noEnv('GITHUB_TOKEN', `ghp_${'a1B2c3D4e'.repeat(4)}`) },
    'FROM alpine:3.24\nLABEL token=abc',
    {
      title: 'the way to do it',
      source: 'FROM alpine:3.24\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci',
    },
  ],
});
