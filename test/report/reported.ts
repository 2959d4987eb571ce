/** Dockerfiles as the reports take them, for their tests. */
import { TABLES_DATE } from '../../src/data/date.js';
import { lint } from '../../src/engine/lint.js';
import { Prices } from '../../src/engine/prices.js';
import type { ReportedFile, ReportingTool } from '../../src/report/reported-file.js';

export const TOOL: ReportingTool = { version: '1.2.3', site: 'https://plimsoll.example/docs/' };

export function reported(text: string, path = 'Dockerfile'): ReportedFile {
  const { dockerfile, findings, ignored } = lint({ text, path, today: TABLES_DATE });
  const prices = new Prices(dockerfile);
  return {
    path,
    text,
    lines: dockerfile.lines,
    findings,
    ignored,
    prices: findings.map((finding) => prices.of(finding)),
    sourceFile: prices.sourceFile?.path,
  };
}

/** Findings of several severities, with and without fixes, one of them ignored. */
export const MIXED = [
  'FROM debian:trixie-slim',
  'MAINTAINER Jo',
  'RUN apt-get update && apt-get install -y \\',
  '    curl',
  '# plimsoll ignore=runs-as-root -- it starts as root and drops it',
  'USER root',
  'CMD ["id"]',
  '',
].join('\n');
