/** Checks one file for a report: findings, prices, and the prediction that they come from. */
import type { Configuration } from '../config/configuration.js';
import { lint } from '../engine/lint.js';
import { Prices } from '../engine/prices.js';
import type { Prediction, Tables } from '../image/index.js';
import type { BuildInput, Dockerfile } from '../model/index.js';
import type { ReportedFile } from './reported-file.js';

/** A file with its findings, and the image that a build would make of it. */
export interface CheckedFile extends ReportedFile {
  readonly prediction: Prediction;
}

/** `tablesFor` brings the tables that the prediction of a file needs. */
export async function checkFile(
  path: string,
  input: BuildInput,
  configuration: Configuration,
  tablesFor: (dockerfile: Dockerfile) => Promise<Tables>,
): Promise<CheckedFile> {
  const { dockerfile, findings, ignored } = lint(input, configuration);
  const prices = new Prices(dockerfile, await tablesFor(dockerfile));
  return {
    path,
    text: input.text,
    lines: dockerfile.lines,
    findings,
    ignored,
    prices: findings.map((finding) => prices.of(finding)),
    sourceFile: prices.sourceFile?.path,
    prediction: prices.prediction,
  };
}
