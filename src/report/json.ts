/** The JSON report, version 1. Lines and columns are 1-based, columns count UTF-16 units, ends are exclusive; offsets are 0-based. */
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import type { Lines, Position, Span } from '../model/index.js';
import { plainText } from '../rules/message.js';
import type { Edit, Safety, Severity, Topic } from '../rules/rule.js';
import type { JsonImage, JsonStep } from './json-image.js';
import type { FileError, ReportedFile } from './reported-file.js';

export interface JsonReport {
  readonly version: 1;
  readonly files: readonly JsonFile[];
  /** What kept a file from being read. */
  readonly errors: readonly FileError[];
}

export interface JsonFile {
  readonly path: string;
  readonly findings: readonly JsonFinding[];
  /** With `--predict`; `null` where the file has no stage. */
  readonly image?: JsonImage | null;
  /** With `--rebuild`. */
  readonly rebuild?: readonly JsonStep[];
}

export interface JsonFinding {
  readonly rule: string;
  readonly variant: string | null;
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly topic: Topic;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: { readonly what: string; readonly why: string; readonly todo: string };
  readonly fixes: readonly { readonly title: string; readonly safety: Safety; readonly edits: readonly Edit[] }[];
  readonly price: Price | null;
}

/** The report as text, on one line. */
export function jsonText(files: readonly JsonFile[], errors: readonly FileError[]): string {
  const report: JsonReport = { version: 1, files, errors };
  return `${JSON.stringify(report)}\n`;
}

/** One file, without its image. */
export function jsonFile({ path, lines, findings, prices }: ReportedFile): JsonFile {
  return { path, findings: findings.map((finding, index) => jsonFinding(finding, prices[index] ?? null, lines)) };
}

/** One finding, with places as people count them. Code in messages stands between backticks. */
export function jsonFinding(finding: Finding, price: Price | null, lines: Lines): JsonFinding {
  const { rule, variant, aliases, severity, topic, at, message, fixes } = finding;
  return {
    rule,
    variant,
    aliases,
    severity,
    topic,
    range: rangeOf(at, lines),
    message: { what: plainText(message.what), why: plainText(message.why), todo: plainText(message.todo) },
    fixes: fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(({ start, end, text }) => ({ start, end, text })),
    })),
    price,
  };
}

function rangeOf(at: Span, lines: Lines): JsonFinding['range'] {
  return { start: lines.positionAt(at.start), end: lines.positionAt(at.end) };
}
