/** The reports' part of the lint worker, loaded when the first report or ignore comment is asked for. */
import { homepage, version } from '../../package.json';
import type { Configuration } from '../config/configuration.js';
import { type IgnoreScope, ignoreEdits } from '../engine/ignore-edit.js';
import { lint } from '../engine/lint.js';
import { Prices } from '../engine/prices.js';
import { loadTables, NO_TABLES } from '../image/index.js';
import { type BuildInput, parseDockerfile } from '../model/index.js';
import { githubReport } from '../report/github.js';
import { jsonFile, jsonText } from '../report/json.js';
import { markdownReport } from '../report/markdown.js';
import type { ReportedFile, ReportingTool } from '../report/reported-file.js';
import { sarifText } from '../report/sarif.js';
import { rules } from '../rules/index.js';
import type { Edit } from '../rules/rule.js';
import type { FindingName, ReportFormat } from './protocol.js';

const TOOL: ReportingTool = { version, site: homepage || undefined };

/** The report of one file, as the command line prints it. */
export async function reportOf(input: BuildInput, configuration: Configuration, format: ReportFormat): Promise<string> {
  const file = await reportedFile(input, configuration);
  switch (format) {
    case 'json':
      return jsonText([jsonFile(file)], []);
    case 'sarif':
      return sarifText([file], [], rules, TOOL);
    case 'github':
      return githubReport([file]);
    case 'markdown':
      return markdownReport([file], [], TOOL);
  }
}

async function reportedFile(input: BuildInput, configuration: Configuration): Promise<ReportedFile> {
  const { dockerfile, findings, ignored } = lint(input, configuration);
  const tables = await loadTables(dockerfile).catch(() => NO_TABLES);
  const prices = new Prices(dockerfile, tables);
  return {
    path: input.path ?? 'Dockerfile',
    text: input.text,
    lines: dockerfile.lines,
    findings,
    ignored,
    prices: findings.map((finding) => prices.of(finding)),
    sourceFile: prices.sourceFile?.path,
  };
}

/** The edits that silence a finding by a comment; undefined where no comment can. */
export function ignoreEditsFor(
  input: BuildInput,
  finding: FindingName,
  scope: IgnoreScope,
  reason: string,
): readonly Edit[] | undefined {
  return ignoreEdits(parseDockerfile(input), finding, scope, reason);
}
