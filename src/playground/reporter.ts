/** The reports' part of the lint worker, loaded when the first report or ignore comment is asked for. */
import { homepage, version } from '../../package.json';
import type { Configuration } from '../config/configuration.js';
import { type IgnoreScope, ignoreEdits } from '../engine/ignore-edit.js';
import { type BuildInput, parseDockerfile } from '../model/index.js';
import { checkFile } from '../report/check-file.js';
import { githubReport } from '../report/github.js';
import { jsonFile, jsonText } from '../report/json.js';
import { markdownReport } from '../report/markdown.js';
import type { ReportingTool } from '../report/reported-file.js';
import { sarifText } from '../report/sarif.js';
import { rules } from '../rules/index.js';
import type { Edit } from '../rules/rule.js';
import type { FindingName, ReportFormat } from './protocol.js';
import { tablesFor } from './tables.js';

const TOOL: ReportingTool = { version, site: homepage || undefined };

/** The report of one file, as the command line prints it. */
export async function reportOf(input: BuildInput, configuration: Configuration, format: ReportFormat): Promise<string> {
  const path = input.path ?? 'Dockerfile';
  const file = await checkFile(path, input, configuration, async (dockerfile) => (await tablesFor(dockerfile)).tables);
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

/** The edits that silence a finding by a comment; undefined where no comment can. */
export function ignoreEditsFor(
  input: BuildInput,
  finding: FindingName,
  scope: IgnoreScope,
  reason: string,
): readonly Edit[] | undefined {
  return ignoreEdits(parseDockerfile(input), finding, scope, reason);
}
