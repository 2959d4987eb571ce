/** Secrets that can be told by their form, as their issuers document it. */
import type { Span } from '../model/index.js';
import { isPlaceholder } from './secret-words.js';

export interface KnownSecret {
  readonly at: Span;
  /** What it is: "an AWS access key". */
  readonly kind: string;
  /** Enough of it to find it again, and no more. */
  readonly hint: string;
}

/** Every repetition has an upper end, so that a long line is read once. */
const FORMATS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['an AWS access key', /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/g],
  ['a GitHub token', /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})/g],
  ['a GitLab token', /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{20,64}/g],
  ['an npm token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g],
  ['a PyPI token', /pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,255}/g],
  ['a Docker access token', /(?<![A-Za-z0-9])dckr_[op]at_[A-Za-z0-9_-]{27,64}/g],
  ['a Slack token', /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{20,255}/g],
  ['a Slack webhook', /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{20,32}/g],
  ['a live Stripe key', /(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{20,128}/g],
  ['a Google API key', /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g],
  ['an Anthropic key', /(?<![A-Za-z0-9])sk-ant-[A-Za-z0-9_-]{40,255}/g],
  ['an OpenAI key', /(?<![A-Za-z0-9])sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,255}/g],
  ['a Hugging Face token', /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{34}(?![A-Za-z0-9])/g],
  ['a SendGrid key', /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/g],
  ['a DigitalOcean token', /(?<![A-Za-z0-9])do[opr]_v1_[a-f0-9]{64}/g],
  [
    'a private key',
    /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?=(?:\\n|[\s\\"']){0,20}[A-Za-z0-9+/=]{20})/g,
  ],
];

export function knownSecretsIn(text: string, offset: number): readonly KnownSecret[] {
  const found = FORMATS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: secret, index }) => {
      if (isMadeUp(secret)) return [];
      const start = offset + index;
      return [
        { at: { start, end: start + secret.length }, kind, hint: secret.startsWith('-') ? secret : masked(secret) },
      ];
    }),
  );
  return found.sort((one, other) => one.at.start - other.at.start);
}

/** `AKIAIOSFODNN7EXAMPLE`, `ghp_xxxxxxxxxxxx…`: from documentation. */
function isMadeUp(secret: string): boolean {
  const body = secret.slice(secret.search(/[-_]/) + 1);
  return !secret.startsWith('-') && (/example/i.test(secret) || isPlaceholder(body) || new Set(body).size <= 4);
}

/** Findings end up in logs: the secret must not. */
export function masked(secret: string): string {
  return `${secret.slice(0, Math.min(4, Math.floor(secret.length / 3)))}…`;
}
