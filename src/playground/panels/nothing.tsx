/** What a panel says where there is nothing to draw, or where the build would not come to it. */
import type { Finding } from '../../engine/finding.js';
import { SeverityShape } from '../parts.js';
import type { Playground } from '../store.js';

/** Why there is no image; undefined where there is one. */
export function whyNothing(playground: Playground): string | undefined {
  if (playground.isEmpty.value) return 'Paste a Dockerfile: what a build would make of it shows here.';
  const answer = playground.prediction.value;
  if (!answer) return 'The prediction follows in a moment.';
  return answer.image ? undefined : 'No instruction here begins a stage, so nothing is built and nothing can be told.';
}

/** Says that the file does not build as it stands; what the panel shows holds once it does. */
export function BrokenNote({ playground }: { playground: Playground }) {
  const broken = playground.findings.value.filter(isBuildError);
  const [first] = broken;
  if (!first) return null;
  const line = playground.lines.value.lineAt(first.at.start);
  return (
    <p class="panel-note">
      <SeverityShape severity="error" />
      <span>
        As it stands the build stops at line {line}. What follows is told of the rest, as far as it can be read.
      </span>
    </p>
  );
}

function isBuildError({ rule, severity }: Finding): boolean {
  return rule === 'build-error' && severity === 'error';
}

/** Says that sizes are unknown only because this browser could not fetch a table. */
export function TablesNote({ playground }: { playground: Playground }) {
  if (!playground.prediction.value?.tablesMissing) return null;
  return (
    <p class="panel-note">
      <SeverityShape severity="info" />
      <span>
        The package table could not be loaded, so what packages add is unknown. It is fetched again with the next
        change.
      </span>
    </p>
  );
}
