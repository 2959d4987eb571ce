/** The steps of a build, stage by stage: which run, which are cached, which are not needed, and why. */
import type { StepView } from '../protocol.js';
import { InstructionText } from './instruction-text.js';
import { PlaceList, type PlaceListProps, PlaceRow } from './place-list.js';
import { type ShownStep, STEP_WORDS, stepGroups } from './step-groups.js';

export function StepList({ steps, ...list }: PlaceListProps & { steps: readonly StepView[] }) {
  const { groups, words, hidden } = stepGroups(steps);
  return (
    <>
      <p class="headline" role="status">
        <b>{words.slice(0, 1).toUpperCase() + words.slice(1)}</b>
      </p>
      <PlaceList {...list} first={steps[0]?.line}>
        {groups.map(({ stage, steps: own, words: stageWords }) => (
          <section class="stage" aria-label={`Stage ${stage}`}>
            {groups.length > 1 && (
              <h2>
                Stage {stage} <span>{stageWords}</span>
              </h2>
            )}
            <ol class="steps">
              {own.map((step) => (
                <li class="step" data-state={step.step} data-reached={step.isReached ? '' : undefined}>
                  <PlaceRow line={step.line}>
                    <Step {...step} />
                  </PlaceRow>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </PlaceList>
      {hidden > 0 && <p class="nothing">{hidden} more steps are not drawn.</p>}
    </>
  );
}

function Step({ step, line, text, why }: ShownStep) {
  return (
    <>
      <StepSign step={step} />
      <span class="step-what">
        <InstructionText text={text} />
        <span class="step-why">{why}</span>
      </span>
      <span class="step-state">
        {STEP_WORDS[step]}
        <small>line {line}</small>
      </span>
    </>
  );
}

function StepSign({ step }: { step: StepView['step'] }) {
  return (
    <svg class="step-sign" viewBox="0 0 18 18" aria-hidden="true">
      {step === 'run' && (
        <>
          <circle cx="9" cy="9" r="7" class="full" />
          <path d="M7.25 5.75 12.25 9l-5 3.25z" class="cut" />
        </>
      )}
      {step === 'cached' && (
        <>
          <circle cx="9" cy="9" r="5.75" />
          <path d="m6.5 9.2 1.8 1.8 3.2-3.8" />
        </>
      )}
      {step === 'not-needed' && <circle cx="9" cy="9" r="5.75" class="broken" />}
    </svg>
  );
}
