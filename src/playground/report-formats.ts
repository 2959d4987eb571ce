/** The formats in which findings are taken away, and the files that they become. */
import { REPORT_FORMATS, type ReportFormat } from './protocol.js';

/** How a format is shown and kept. */
export interface ReportFile {
  readonly title: string;
  /** What it is for, as a sentence. */
  readonly use: string;
  readonly name: string;
  readonly mediaType: string;
}

/** By format, as the command line names it. */
export const REPORT_FILES: Readonly<Record<ReportFormat, ReportFile>> = {
  markdown: {
    title: 'Markdown',
    use: 'For a pull request: the findings, the Dockerfile, and what each fix changes.',
    name: 'plimsoll.md',
    mediaType: 'text/markdown',
  },
  sarif: {
    title: 'SARIF',
    use: 'For code scanning: SARIF 2.1.0, with fixes and with what the file ignores.',
    name: 'plimsoll.sarif',
    mediaType: 'application/sarif+json',
  },
  json: {
    title: 'JSON',
    use: 'For programs: the same as plimsoll --format json prints.',
    name: 'plimsoll.json',
    mediaType: 'application/json',
  },
  github: {
    title: 'GitHub annotations',
    use: 'For a GitHub workflow: printed in a step, each line becomes an annotation.',
    name: 'plimsoll.txt',
    mediaType: 'text/plain',
  },
};

/** For a choice among them. */
export const REPORT_CHOICES = REPORT_FORMATS.map((value) => ({ value, title: REPORT_FILES[value].title }));

/** GitHub refuses a longer comment. Characters. */
const LONGEST_COMMENT = 65_536;

/** What is to be known of a report before it is used; undefined: nothing. */
export function reportCaution(format: ReportFormat, text: string): string | undefined {
  if (format === 'github' && text === '') return 'There is nothing to annotate.';
  if (format !== 'markdown' || text.length <= LONGEST_COMMENT) return undefined;
  return `It has ${text.length.toLocaleString('en')} characters; GitHub takes comments of up to ${LONGEST_COMMENT.toLocaleString('en')}.`;
}
