/**
 * The SARIF 2.1.0 report (OASIS, sarif-schema-2.1.0): what code scanning services read. Lines and columns are 1-based,
 * columns count UTF-16 units, ends are exclusive, as in the JSON report.
 */
import type { Finding, IgnoredFinding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import type { Lines, Span } from '../model/index.js';
import { aliasesOf, defaultSeverity, type Edit, type Fix, type Rule, type Severity } from '../rules/rule.js';
import { type FileError, messageOf, type ReportedFile, type ReportingTool, rulePage } from './reported-file.js';
import type {
  SarifFix,
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifRegion,
  SarifResult,
  SarifRule,
  SarifSuppression,
} from './sarif-types.js';

const LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  style: 'note',
};

/** One run over all files. `rules` are those that there are; the report lists the ones that found something. */
export function sarifReport(
  files: readonly ReportedFile[],
  errors: readonly FileError[],
  rules: readonly Rule[],
  tool: ReportingTool,
): SarifLog {
  const found = new Set(files.flatMap(({ findings, ignored }) => [...findings, ...ignored]).map(({ rule }) => rule));
  const used = rules.filter(({ id }) => found.has(id));
  const indexes = new Map(used.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plimsoll',
            version: tool.version,
            ...(tool.site && { informationUri: tool.site }),
            rules: used.map((rule) => ruleDescriptor(rule, tool)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: errors.length === 0,
            toolExecutionNotifications: errors.map(({ path, message }) => ({
              level: 'error' as const,
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
            })),
          },
        ],
        artifacts: files.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: files.flatMap((file) => resultsOf(file, indexes)),
      },
    ],
  };
}

/** The SARIF report as the text of a file. */
export function sarifText(...input: Parameters<typeof sarifReport>): string {
  return `${JSON.stringify(sarifReport(...input), null, 2)}\n`;
}

function ruleDescriptor(rule: Rule, tool: ReportingTool): SarifRule {
  const aliases = aliasesOf(rule);
  const page = rulePage(tool, rule.id);
  const severity = defaultSeverity(rule);
  const codes = aliases.length > 0 ? `Also known as ${aliases.join(', ')}.` : '';
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    help: { text: [rule.summary, codes, page && `More: ${page}`].filter(Boolean).join(' ') },
    ...(page && { helpUri: page }),
    defaultConfiguration: { enabled: severity !== 'off', level: severity === 'off' ? 'none' : LEVELS[severity] },
    properties: { tags: [...new Set([rule.topic, ...aliases])] },
  };
}

function resultsOf(file: ReportedFile, indexes: ReadonlyMap<string, number>): SarifResult[] {
  return [
    ...file.findings.map((finding, index) => resultOf(file, finding, file.prices[index] ?? null, [], indexes)),
    ...file.ignored.map((finding) => resultOf(file, finding, null, [suppression(finding, file)], indexes)),
  ];
}

function resultOf(
  { path, lines }: ReportedFile,
  finding: Finding,
  price: Price | null,
  suppressions: readonly SarifSuppression[],
  indexes: ReadonlyMap<string, number>,
): SarifResult {
  const { rule, variant, severity, topic, aliases, fixes } = finding;
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: LEVELS[severity],
    message: { text: withoutLinks(messageOf(finding)) },
    locations: [location(path, finding.at, lines)],
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, path, lines)) }),
    suppressions,
    properties: { variant, severity, topic, aliases, price },
  };
}

function suppression({ ignoredBy }: IgnoredFinding, { path, lines }: ReportedFile): SarifSuppression {
  return {
    kind: 'inSource',
    location: location(path, ignoredBy.at, lines),
    ...(ignoredBy.reason && { justification: ignoredBy.reason }),
  };
}

function location(path: string, at: Span, lines: Lines): SarifLocation {
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: regionOf(at, lines) } };
}

function fixOf({ title, safety, edits }: Fix, path: string, lines: Lines): SarifFix {
  const replacements = edits.map((edit: Edit) => ({
    deletedRegion: regionOf(edit, lines),
    ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
  }));
  return {
    description: { text: `${withoutLinks(title)} (${safety})` },
    artifactChanges: [{ artifactLocation: { uri: uriOf(path) }, replacements }],
  };
}

function regionOf({ start, end }: Span, lines: Lines): SarifRegion {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** In a message `[text](target)` is a link; a Dockerfile's words never become one. */
function withoutLinks(text: string): string {
  return text.replace(/[[\]](?=.*\]\()|\](?=\()/gs, '\\$&');
}

/** A path as the URI of a file: relative paths stay relative. */
function uriOf(path: string): string {
  const slashes = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const drive = /^[A-Za-z]:(?=\/)/.exec(slashes)?.[0] ?? '';
  const encoded = slashes.slice(drive.length).split('/').map(encodeURIComponent).join('/');
  if (drive) return `file:///${drive}${encoded}`;
  return slashes.startsWith('/') ? `file://${encoded}` : encoded;
}
