/** What the command line prints, in the format that was asked for. */
import { rebuildAfter, viewOf } from '../image/index.js';
import type { CheckedFile } from '../report/check-file.js';
import { githubReport } from '../report/github.js';
import { humanReport } from '../report/human.js';
import { humanImage, humanRebuild } from '../report/human-image.js';
import { type JsonFile, jsonFile, jsonText } from '../report/json.js';
import { jsonImage, jsonStep } from '../report/json-image.js';
import { markdownReport } from '../report/markdown.js';
import type { FileError } from '../report/reported-file.js';
import { sarifText } from '../report/sarif.js';
import { rules } from '../rules/index.js';
import type { Arguments } from './arguments.js';

declare const PLIMSOLL_VERSION: string;
/** The site's address; empty where it has none. */
declare const PLIMSOLL_SITE: string;

/** Writes the findings, and what kept files from being read. */
export function report(parsed: Arguments, files: readonly CheckedFile[], errors: readonly FileError[]): void {
  const text = reportForPrograms(parsed, files, errors);
  if (text !== undefined) {
    process.stdout.write(text);
    return;
  }
  for (const { message } of errors) process.stderr.write(`plimsoll: ${message}\n`);
  if (files.length === 0) return;
  const colour = process.stdout.isTTY === true && !process.env['NO_COLOR'];
  const findings = humanReport(files, { colour, width: process.stdout.columns ?? 100 });
  process.stdout.write(`${[findings, ...files.flatMap((file) => humanPrediction(parsed, file))].join('\n\n')}\n`);
}

/** The report in a format that holds files that could not be read as well; undefined for the one for people. */
function reportForPrograms(
  parsed: Arguments,
  files: readonly CheckedFile[],
  errors: readonly FileError[],
): string | undefined {
  const tool = { version: PLIMSOLL_VERSION, site: PLIMSOLL_SITE || undefined };
  switch (parsed.format) {
    case 'json':
      return jsonText(
        files.map((file) => predictedJsonFile(parsed, file)),
        errors,
      );
    case 'sarif':
      return sarifText(files, errors, rules, tool);
    case 'github':
      return githubReport(files, errors);
    case 'markdown':
      return markdownReport(files, errors, tool);
    default:
      return undefined;
  }
}

function predictedJsonFile({ predict, rebuild }: Arguments, file: CheckedFile): JsonFile {
  const { lines, prediction } = file;
  const view = viewOf(prediction);
  const steps = rebuild && rebuildAfter(prediction.dockerfile, rebuild.change);
  return {
    ...jsonFile(file),
    ...(predict && { image: view ? jsonImage(view) : null }),
    ...(steps && { rebuild: steps.map((step) => jsonStep(step, lines)) }),
  };
}

function humanPrediction({ predict, rebuild }: Arguments, { path, lines, prediction }: CheckedFile): string[] {
  const view = predict ? viewOf(prediction) : undefined;
  return [
    ...(view ? [humanImage(path, view)] : []),
    ...(rebuild ? [humanRebuild(rebuild.text, rebuildAfter(prediction.dockerfile, rebuild.change), lines)] : []),
  ];
}
