/** Choosing exercises, their order, the rules and a message, and getting a link for all of it. */
import { type Signal, useSignal } from '@preact/signals';
import { type Configuration, PRESETS, type Preset } from '../../config/configuration.js';
import { type Assignment, assignmentFragment, idOf } from '../../exercises/assignment.js';
import type { Exercise } from '../../exercises/exercise.js';
import { readExerciseFragment } from '../../exercises/own-exercise.js';
import { TRACKS } from '../../exercises/tracks.js';
import { decodeShare } from '../../share/link.js';
import { copiedLink } from '../copied-link.js';
import { OwnExerciseStore } from '../exercise/own-exercise-store.js';
import { heldExercises } from '../exercise/own-exercises.js';
import type { ExercisePageData } from '../exercise/page-data.js';
import type { Notices } from '../notice-line.js';
import { firstPlan, moved } from './assignment-plan.js';

export interface MakerProps {
  readonly data: ExercisePageData;
  readonly plan: Signal<Assignment>;
  readonly notices: Notices;
}

export function AssignmentMaker(props: MakerProps) {
  const { data, plan, notices } = props;
  const { title, message, exercises } = plan.value;
  const change = (changed: Partial<Assignment>) => {
    plan.value = { ...plan.value, ...changed };
  };
  const startAnew = () => {
    const before = plan.value;
    plan.value = firstPlan();
    notices.sayWithUndo('A new assignment.', () => {
      plan.value = before;
    });
  };
  return (
    <div class="maker">
      <div class="field">
        <label for="plan-title">Title</label>
        <input
          id="plan-title"
          class="text-field"
          value={title}
          maxLength={80}
          onInput={(event) => change({ title: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for="plan-message">A message for your colleagues</label>
        <textarea
          id="plan-message"
          class="text-field"
          rows={3}
          value={message}
          onInput={(event) => change({ message: event.currentTarget.value })}
        />
      </div>
      <Choice {...props} />
      <Chosen {...props} />
      <Rules {...props} />
      <p class="acts">
        <button type="button" class="btn act" disabled={exercises.length === 0} onClick={() => void copyLink(props)}>
          Copy the link
        </button>
        {exercises.length > 0 && (
          <button type="button" class="btn" onClick={() => void openAsColleague(data, plan.value)}>
            See it as a colleague does
          </button>
        )}
        <button type="button" class="btn bare" onClick={startAnew}>
          Begin a new one
        </button>
      </p>
    </div>
  );
}

/** Which rules the exercises show findings of: a preset, or what a team has agreed on. */
function Rules({ plan, notices }: MakerProps) {
  const link = useSignal('');
  const { configuration } = plan.value;
  const own = Object.keys(configuration.rules).length;
  const use = (changed: Configuration) => {
    plan.value = { ...plan.value, configuration: changed };
  };
  const takeProfile = async () => {
    const shared = await decodeShare(link.value);
    if (!shared || typeof shared === 'string' || !('profile' in shared)) {
      notices.say({
        kind: 'problem',
        text: 'This is no link of a team’s rules, or it is cut off. Nothing was changed.',
      });
      return;
    }
    link.value = '';
    use(shared.profile);
  };
  return (
    <>
      <div class="field">
        <label for="plan-preset">Rules that the exercises show{own > 0 && `, with ${own} of your own`}</label>
        <select
          id="plan-preset"
          class="text-field"
          value={configuration.preset}
          onChange={(event) => use({ ...configuration, preset: event.currentTarget.value as Preset })}
        >
          {PRESETS.map((preset) => (
            <option value={preset}>{preset}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="plan-profile">Or paste the link of your team’s rules, which the playground makes</label>
        <span class="acts">
          <input
            id="plan-profile"
            class="text-field"
            value={link.value}
            onInput={(event) => (link.value = event.currentTarget.value)}
          />
          <button type="button" class="btn" disabled={link.value.trim() === ''} onClick={() => void takeProfile()}>
            Use these rules
          </button>
        </span>
      </div>
    </>
  );
}

async function addressOf({ pages }: ExercisePageData, assignment: Assignment): Promise<URL> {
  const address = new URL(pages.exercises, location.href);
  address.hash = await assignmentFragment(assignment);
  return address;
}

async function copyLink({ data, plan, notices }: MakerProps): Promise<void> {
  const { href } = await addressOf(data, plan.value);
  notices.say(await copiedLink(href, 'It holds the assignment itself; nothing was uploaded.'));
}

async function openAsColleague(data: ExercisePageData, assignment: Assignment): Promise<void> {
  open((await addressOf(data, assignment)).href, '_blank', 'noreferrer');
}

/** All exercises of the site, and those that the lead has made or opened, to be ticked. */
function Choice({ data, plan }: MakerProps) {
  const { exercises } = plan.value;
  const toggle = (exercise: string | Exercise, isChosen: boolean) => {
    const rest = exercises.filter((one) => idOf(one) !== idOf(exercise));
    plan.value = { ...plan.value, exercises: isChosen ? [...rest, exercise] : rest };
  };
  const choices = [
    ...TRACKS.map(({ id, title }) => ({
      title,
      list: data.exercises.filter(({ track }) => track === id).map((one) => ({ ...one, exercise: one.id })),
    })),
    { title: 'Your own', list: heldExercises(plan.value).map((one) => ({ ...one, exercise: one })) },
  ];
  return (
    <div class="choice">
      {choices
        .filter(({ list }) => list.length > 0)
        .map(({ title, list }) => (
          <fieldset key={title}>
            <legend>{title}</legend>
            {list.map((one) => (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={exercises.some((chosen) => idOf(chosen) === one.id)}
                  onChange={(event) => toggle(one.exercise, event.currentTarget.checked)}
                />
                <span>{one.title}</span>
                <span class="minutes">{one.minutes} min</span>
              </label>
            ))}
          </fieldset>
        ))}
    </div>
  );
}

/** The chosen ones in their order, and a way to bring one's own. */
function Chosen({ data, plan, notices }: MakerProps) {
  const { exercises } = plan.value;
  const own = useSignal('');
  const add = async () => {
    const exercise = await readExerciseFragment(own.value);
    if (!exercise || typeof exercise === 'string') {
      notices.say({ kind: 'problem', text: 'This is no link of an exercise, or it is cut off. Nothing was added.' });
      return;
    }
    own.value = '';
    new OwnExerciseStore().keep(exercise, new Date().toISOString());
    plan.value = { ...plan.value, exercises: [...exercises.filter((one) => idOf(one) !== exercise.id), exercise] };
  };
  const move = (from: number, to: number) => {
    plan.value = { ...plan.value, exercises: moved(exercises, from, to) };
  };
  const minutes = exercises.reduce((sum, one) => sum + minutesOf(one, data), 0);
  return (
    <section class="chosen" aria-label="Chosen exercises">
      <p role="status">
        {exercises.length === 0 ? 'Nothing chosen yet.' : `${exercises.length} chosen, about ${minutes} minutes.`}
      </p>
      <ol>
        {exercises.map((one, index) => {
          const title = titleOf(one, data);
          return (
            <li key={idOf(one)}>
              <span>{title}</span>
              <span class="acts">
                <button type="button" class="btn bare" disabled={index === 0} onClick={() => move(index, index - 1)}>
                  Up<span class="sr-only">: {title}</span>
                </button>
                <button
                  type="button"
                  class="btn bare"
                  disabled={index === exercises.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  Down<span class="sr-only">: {title}</span>
                </button>
                <button
                  type="button"
                  class="btn bare"
                  onClick={() => {
                    plan.value = { ...plan.value, exercises: exercises.filter((other) => other !== one) };
                  }}
                >
                  Remove<span class="sr-only">: {title}</span>
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <div class="field">
        <label for="own-link">
          One of your own: <a href={data.pages.make}>make it</a>, and paste its link here
        </label>
        <span class="acts">
          <input
            id="own-link"
            class="text-field"
            value={own.value}
            onInput={(event) => (own.value = event.currentTarget.value)}
          />
          <button type="button" class="btn" disabled={own.value.trim() === ''} onClick={() => void add()}>
            Add
          </button>
        </span>
      </div>
    </section>
  );
}

function titleOf(one: Assignment['exercises'][number], { exercises }: ExercisePageData): string {
  return typeof one === 'string' ? (exercises.find(({ id }) => id === one)?.title ?? one) : one.title;
}

function minutesOf(one: Assignment['exercises'][number], { exercises }: ExercisePageData): number {
  return typeof one === 'string' ? (exercises.find(({ id }) => id === one)?.minutes ?? 0) : one.minutes;
}
