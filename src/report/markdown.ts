/** The Markdown report, made for a pull request: counts, a table, the Dockerfile, and what each fix changes. */
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import { fencedBlock, htmlText, inlineCode, messageMarkdown, plainMarkdown, tableCell } from './markdown-text.js';
import { priceText } from './price-words.js';
import { countsOf, type FileError, type ReportedFile, type ReportingTool, rulePage } from './reported-file.js';
import { ruleNameOf } from './rule-name.js';
import { unifiedDiff } from './unified-diff.js';

/** A part for each file, those that could not be read first. */
export function markdownReport(
  files: readonly ReportedFile[],
  errors: readonly FileError[],
  tool: ReportingTool,
): string {
  const parts = [
    ...errors.map(({ path, message }) => `## Plimsoll: ${inlineCode(path)}\n\n${plainMarkdown(message)}`),
    ...files.map((file) => filePart(file, tool)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function filePart(file: ReportedFile, tool: ReportingTool): string {
  const { findings, ignored, path, text } = file;
  const counts = countsOf(findings).map(({ words }) => words);
  const hidden = ignored.length > 0 ? `${ignored.length} ignored by comments in the file.` : undefined;
  return [
    `## Plimsoll: ${counts.length > 0 ? counts.join(', ') : 'nothing found'} in ${inlineCode(path)}`,
    findings.length > 0 ? table(file, tool) : undefined,
    hidden,
    fencedBlock(text, 'dockerfile'),
    ...findings.map((finding) => fixPart(file, finding)),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function table(file: ReportedFile, tool: ReportingTool): string {
  const hasPrices = file.prices.some((price) => priceText(price, file.sourceFile) !== '');
  const head = ['Severity', 'Line', 'Rule', 'What', ...(hasPrices ? ['Price'] : [])];
  const rows = file.findings.map((finding, index) =>
    row(file, finding, tool, hasPrices ? [file.prices[index] ?? null] : []),
  );
  return [head, head.map((_, index) => (index === 1 ? '--:' : '---')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function row(
  { lines, sourceFile }: ReportedFile,
  finding: Finding,
  tool: ReportingTool,
  price: readonly (Price | null)[],
): string[] {
  const name = inlineCode(ruleNameOf(finding));
  const page = rulePage(tool, finding.rule);
  return [
    finding.severity,
    String(lines.lineAt(finding.at.start)),
    page ? `[${name}](${page})` : name,
    tableCell(messageMarkdown(finding.message.what)),
    ...price.map((one) => tableCell(plainMarkdown(priceText(one, sourceFile)))),
  ];
}

function fixPart({ text, lines }: ReportedFile, finding: Finding): string | undefined {
  const [fix] = finding.fixes;
  if (!fix) return undefined;
  const title = `Line ${lines.lineAt(finding.at.start)}: ${fix.title} (${fix.safety})`;
  const diff = fencedBlock(unifiedDiff(text, lines, fix.edits), 'diff');
  return `<details>\n<summary>${htmlText(title)}</summary>\n\n${diff}\n\n</details>`;
}
