/** `docker stop` on a line of time: the signal at 0 s, who gets it and what comes of it, and the end. */
import { GRACE_PERIOD } from '../../image/process/prediction.js';
import { SeverityShape } from '../parts.js';
import { effectWords, type OpenOutcome, outcomeTitle, type Verdict, verdictOf } from './stop-words.js';

interface StopTimelineProps {
  readonly outcome: OpenOutcome;
  readonly signal: string;
}

export function StopTimeline({ outcome, signal }: StopTimelineProps) {
  const { receives, why } = outcome;
  const verdict = verdictOf(outcome);
  return (
    <section class="stop">
      <h2>{outcomeTitle(outcome, signal)}</h2>
      <Track outcome={outcome} signal={signal} />
      <p class="verdict">
        <VerdictSign kind={verdict.kind} /> <b>{verdict.words}</b>
      </p>
      <ol class="receipts">
        {receives.map((receipt) => (
          <li>
            {receipt.from} <span class="to">sends</span> {receipt.signal} <span class="to">to</span>{' '}
            <code>{receipt.command}</code>: {effectWords(receipt)}
          </li>
        ))}
      </ol>
      <p class="stop-why">{why}</p>
    </section>
  );
}

function Track({ outcome: { seconds, exitCode }, signal }: StopTimelineProps) {
  const code = exitCode === null ? '' : `, exit ${exitCode}`;
  const isAtOnce = seconds === 0;
  const isKilled = seconds === GRACE_PERIOD;
  const end = (seconds ?? GRACE_PERIOD) / GRACE_PERIOD;
  return (
    <div
      class="track"
      data-end={seconds === null ? 'unknown' : isKilled ? 'killed' : 'ended'}
      style={`--end:${end}`}
      aria-hidden="true"
    >
      <span class="event">{isAtOnce ? `${signal}${code}` : signal}</span>
      {seconds === null && <span class="event end unknown">unknown</span>}
      {seconds !== null && !isAtOnce && <span class="event end">{`${isKilled ? 'SIGKILL' : 'ends'}${code}`}</span>}
      <span class="run" />
      {[0, GRACE_PERIOD / 2, GRACE_PERIOD].map((at) => (
        <span class="tick" style={`--at:${at / GRACE_PERIOD}`}>
          {at} s
        </span>
      ))}
    </div>
  );
}

function VerdictSign({ kind }: { kind: Verdict['kind'] }) {
  if (kind === 'not-graceful') return <SeverityShape severity="warning">{''}</SeverityShape>;
  return (
    <svg class={`verdict-sign ${kind}`} viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="6.25" />
      {kind === 'graceful' && <path d="m6.2 9.2 2 2 3.6-4.2" />}
    </svg>
  );
}
