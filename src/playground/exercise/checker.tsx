/** What the rules say of the answer, without their fixes: those would do the exercise. */
import { ruleNameOf } from '../../report/rule-name.js';
import { MessageText, SeverityShape } from '../parts.js';
import type { ExerciseSession } from './session.js';

export interface CheckerProps {
  readonly session: ExerciseSession;
  /** The address of the rules' pages, with a slash at the end. */
  readonly rules: string;
  readonly onGo: (at: { readonly start: number; readonly end: number }) => void;
}

export function Checker({ session, rules, onGo }: CheckerProps) {
  const { findings, lines } = session.playground;
  const count = findings.value.length;
  return (
    <details class="checker">
      <summary>What the rules find: {count === 0 ? 'nothing' : count}</summary>
      {count > 0 && (
        <p>These are about the whole file. The exercise is solved when its conditions hold, whatever is left here.</p>
      )}
      <ul class="checker-list">
        {findings.value.map((finding) => (
          <li>
            <SeverityShape severity={finding.severity} />
            <div>
              <MessageText parts={finding.message.what} />{' '}
              <span class="why">
                <MessageText parts={finding.message.why} />
              </span>
              <p>
                <button type="button" class="btn bare" onClick={() => onGo(finding.at)}>
                  line {lines.value.lineAt(finding.at.start)}
                </button>{' '}
                <a href={`${rules}${finding.rule}/`} target="_blank" rel="noopener">
                  {ruleNameOf(finding)}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
