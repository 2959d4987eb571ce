/** All kinds of conditions, in the order in which a form offers them. */
import type { ConditionKind } from '../condition.js';
import { base } from './base.js';
import { buildOnly } from './build-only.js';
import { cacheMount } from './cache-mount.js';
import { dependencies } from './dependencies.js';
import { download } from './download.js';
import { environment } from './environment.js';
import { freshLists } from './fresh-lists.js';
import { imageSize } from './image-size.js';
import { inImage } from './in-image.js';
import { installed } from './installed.js';
import { noFindings } from './no-findings.js';
import { notInImage } from './not-in-image.js';
import { notInstalled } from './not-installed.js';
import { notRoot } from './not-root.js';
import { notSent } from './not-sent.js';
import { program } from './program.js';
import { readOnly } from './read-only.js';
import { reaps } from './reaps.js';
import { rebuiltSteps } from './rebuilt-steps.js';
import { runsCommand } from './runs-command.js';
import { runsGiven } from './runs-given.js';
import { secretMounted } from './secret-mounted.js';
import { shellFree } from './shell-free.js';
import { startRuns } from './start-runs.js';
import { staysCached } from './stays-cached.js';
import { stepHas } from './step-has.js';
import { stops } from './stops.js';
import { takesArguments } from './takes-arguments.js';
import { unpacked } from './unpacked.js';
import { wasted } from './wasted.js';
import { writable } from './writable.js';

export const conditionKinds: readonly ConditionKind[] = [
  ...[
    program,
    inImage,
    unpacked,
    dependencies,
    installed,
    environment,
    buildOnly,
    takesArguments,
    startRuns,
    runsGiven,
    runsCommand,
    stepHas,
    download,
  ],
  ...[base, imageSize, wasted, notInImage, notInstalled, notSent],
  ...[staysCached, rebuiltSteps, cacheMount, freshLists],
  ...[stops, reaps, shellFree, notRoot, writable, readOnly, secretMounted, noFindings],
];
