/** The report for a terminal: a finding, its line with the place marked, why, and what to do. */
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import type { Lines } from '../model/index.js';
import { plainText, type Text } from '../rules/message.js';
import type { Severity } from '../rules/rule.js';
import { costSentences } from './price-words.js';
import { countsOf } from './reported-file.js';
import { ruleNameOf } from './rule-name.js';

export interface HumanFile {
  readonly path: string;
  readonly lines: Lines;
  readonly findings: readonly Finding[];
  /** What each finding costs, in the same order. */
  readonly prices: readonly (Price | null)[];
  /** The file whose edit rebuilt steps are about. */
  readonly sourceFile: string | undefined;
}

export interface HumanOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

type Paint = (text: string) => string;

interface Paints {
  readonly strong: Paint;
  readonly muted: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

const ESCAPE = '\u001b[';

function paints(colour: boolean): Paints {
  const paint = (code: string): Paint => (colour ? (text) => `${ESCAPE}${code}m${text}${ESCAPE}0m` : (text) => text);
  return {
    strong: paint('1'),
    muted: paint('2'),
    severity: { error: paint('31'), warning: paint('33'), info: paint('36'), style: paint('35') },
  };
}

export function humanReport(files: readonly HumanFile[], options: HumanOptions): string {
  const paint = paints(options.colour);
  const blocks = files.flatMap((file) =>
    file.findings.map((finding, index) =>
      findingBlock(file, finding, file.prices[index] ?? null, paint, options.width),
    ),
  );
  return [...blocks, summary(files, paint)].join('\n\n');
}

function findingBlock(
  { path, lines, sourceFile }: HumanFile,
  finding: Finding,
  price: Price | null,
  paint: Paints,
  width: number,
): string {
  const { line, column } = lines.positionAt(finding.at.start);
  const codes = finding.aliases.length > 0 ? paint.muted(` (${finding.aliases.join(', ')})`) : '';
  const head = `${paint.strong(`${path}:${line}:${column}`)} ${paint.severity[finding.severity](finding.severity)} ${ruleNameOf(finding)}${codes}`;
  const fix = finding.fixes[0];
  const costs = costSentences(price, sourceFile);
  return [
    head,
    ...wrap(finding.message.what, width, '  '),
    ...excerpt(finding, lines, paint, width),
    ...wrap(finding.message.why, width, '  '),
    ...wrap(finding.message.todo, width, '  '),
    ...(costs ? wrap([costs], width, '  ') : []),
    ...(fix ? [paint.muted(`  ${fix.safety === 'safe' ? 'Safe fix' : 'Suggested fix'}: ${fix.title}.`)] : []),
  ].join('\n');
}

/** The line of the finding, cut around the place where it is longer than the terminal, and carets below. */
function excerpt({ at, severity }: Finding, lines: Lines, paint: Paints, width: number): string[] {
  const { line, column } = lines.positionAt(at.start);
  const text = lines.textOf(line).replaceAll('\t', ' ');
  const gutter = String(line);
  const room = Math.max(width - gutter.length - 7, 20);
  const isLong = text.length > room;
  const from = isLong ? Math.max(0, Math.min(column - 1 - Math.floor(room / 3), text.length - room)) : 0;
  const shown =
    (from > 0 ? '…' : '') + text.slice(from + (from > 0 ? 1 : 0), from + room) + (text.length > from + room ? '…' : '');
  const marked = Math.max(1, Math.min(at.end - at.start, text.length - (column - 1), from + room - (column - 1)));
  const caret = ' '.repeat(column - 1 - from) + '^'.repeat(marked);
  return [
    `  ${paint.muted(`${gutter} │`)} ${shown}`,
    `  ${paint.muted(`${' '.repeat(gutter.length)} │`)} ${paint.severity[severity](caret)}`,
  ];
}

function wrap(parts: Text, width: number, indent: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of plainText(parts).split(' ')) {
    if (current && indent.length + current.length + 1 + word.length > width) {
      lines.push(indent + current);
      current = word;
    } else current = current ? `${current} ${word}` : word;
  }
  return current ? [...lines, indent + current] : lines;
}

function summary(files: readonly HumanFile[], paint: Paints): string {
  const findings = files.flatMap((file) => file.findings);
  const checked = `${files.length} ${files.length === 1 ? 'file' : 'files'} checked`;
  if (findings.length === 0) return `${checked}, nothing found.`;
  const counts = countsOf(findings).map(({ severity, words }) => paint.severity[severity](words));
  const safe = findings.filter((finding) => finding.fixes.some((fix) => fix.safety === 'safe')).length;
  const hint = safe > 0 ? ` ${safe} can be fixed safely with --fix.` : '';
  return `${checked}: ${counts.join(', ')}.${hint}`;
}
