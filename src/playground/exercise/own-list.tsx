/** The exercises that were opened from a link of their own: a way back to them, and the way of their result to whoever sent them. */
import type { Signal } from '@preact/signals';
import { handedOutAlone } from '../../exercises/assignment.js';
import { ExerciseItem } from './exercise-item.js';
import { workRecord } from './hand-in.js';
import { HandInActs, HandInWords } from './hand-in-view.js';
import { NameField } from './name-field.js';
import type { OverviewProps } from './overview-props.js';
import type { KeptExercise } from './own-exercise-store.js';
import { ownExerciseLink } from './where.js';

interface OwnListProps extends OverviewProps {
  /** Those that stand in no assignment. */
  readonly own: Signal<readonly KeptExercise[]>;
  /** The page asks for the name somewhere else. */
  readonly hasName: boolean;
}

export function OwnList({ own, hasName, ...view }: OwnListProps) {
  const { data, progress, store, ownStore, refresh, notices } = view;
  if (own.value.length === 0) return null;
  const remove = (kept: KeptExercise) => {
    const { id, title } = kept.exercise;
    const before = store.remove(id);
    ownStore.remove(kept);
    refresh();
    notices.sayWithUndo(`“${title}” is removed, with your answer.`, () => {
      ownStore.write(kept);
      if (before.changed) store.write(id, before);
      refresh();
    });
  };
  return (
    <section class="own-exercises" aria-labelledby="own-title">
      <h2 id="own-title">From links</h2>
      {!hasName && <NameField label="Your name or nickname, if you like" />}
      <ol class="exercise-list">
        {own.value.map((kept) => {
          const { exercise } = kept;
          const { id, title, minutes } = exercise;
          return (
            <ExerciseItem
              key={id}
              id={id}
              link={ownExerciseLink(exercise, data.pages.own)}
              note={`${minutes} min`}
              progress={progress}
            >
              <HandInActs
                of={title}
                record={() => workRecord(progress.value, [exercise], handedOutAlone(exercise))}
                isNext={false}
                team={data.pages.team}
                notices={notices}
              >
                <button type="button" class="btn bare" onClick={() => remove(kept)}>
                  Remove<span class="sr-only">: {title}</span>
                </button>
              </HandInActs>
            </ExerciseItem>
          );
        })}
      </ol>
      <p class="muted">
        <HandInWords />
      </p>
    </section>
  );
}
