/** GitHub's workflow commands: printed in a workflow, each becomes an annotation beside the line. */
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import type { Severity } from '../rules/rule.js';
import { costSentences } from './price-words.js';
import { type FileError, messageOf, type ReportedFile } from './reported-file.js';
import { ruleNameOf } from './rule-name.js';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  style: 'notice',
};

/** One command a line: first the files that could not be read, then the findings in their order. */
export function githubReport(files: readonly ReportedFile[], errors: readonly FileError[] = []): string {
  const commands = [
    ...errors.map(({ path, message }) => command('error', { file: path, title: 'plimsoll' }, message)),
    ...files.flatMap((file) =>
      file.findings.map((finding, index) => annotation(file, finding, file.prices[index] ?? null)),
    ),
  ];
  return commands.map((line) => `${line}\n`).join('');
}

function annotation({ path, lines, sourceFile }: ReportedFile, finding: Finding, price: Price | null): string {
  const { start, end } = finding.at;
  const from = lines.positionAt(start);
  // A range ends behind its last character, which may be a line break.
  const to = lines.positionAt(Math.max(start, end - 1));
  const isOnOneLine = from.line === to.line;
  const costs = costSentences(price, sourceFile);
  return command(
    COMMANDS[finding.severity],
    {
      file: path,
      line: from.line,
      endLine: to.line,
      // GitHub takes columns only where a place is on one line.
      ...(isOnOneLine && { col: from.column, endColumn: to.column }),
      title: ruleNameOf(finding),
    },
    `${messageOf(finding)}${costs && `\n${costs}`}`,
  );
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
