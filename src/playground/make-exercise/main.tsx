/** Making an exercise from a Dockerfile of one's own: text, conditions from a list, hints; then a link or a folder. */
import { render } from 'preact';
import { decodeShare } from '../../share/link.js';
import { shownDockerfile } from '../../share/workspace.js';
import { LISTING_COMMAND, readContextList, writeContextList } from '../context-list.js';
import { readPageData } from '../exercise/page-data.js';
import { NoticeLine } from '../notice-line.js';
import { ConditionsForm } from './conditions-form.js';
import type { ExerciseDraft } from './draft.js';
import { change, draft, kinds, notices, remarks, trial } from './making.js';
import { TrialView } from './trial-view.js';
import { Ways } from './ways.js';

type TextName = Exclude<keyof ExerciseDraft, 'conditions' | 'id'>;

interface TextFieldProps {
  readonly name: TextName;
  readonly label: string;
  readonly rows?: number;
  readonly help?: string;
  /** What is wrong in it. */
  readonly problem?: string | undefined;
}

function TextField({ name, label, rows = 1, help, problem }: TextFieldProps) {
  const common = {
    id: `make-${name}`,
    class: rows > 1 ? 'text-field code-field' : 'text-field',
    value: draft.value[name],
    ...(help && { 'aria-describedby': `help-${name}` }),
    onInput: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  };
  return (
    <div class="field">
      <label for={common.id}>{label}</label>
      {rows > 1 ? <textarea {...common} rows={rows} spellcheck={false} /> : <input {...common} />}
      {help && (
        <p class="muted" id={`help-${name}`}>
          {help}
        </p>
      )}
      {problem && <p class="field-problem">{problem}</p>}
    </div>
  );
}

function minutesProblem(): string | undefined {
  return Number(draft.value.minutes) > 0 ? undefined : 'A number of minutes; 10 is taken until there is one.';
}

function contextProblem(): string | undefined {
  const [first] = readContextList(draft.value.context).problems;
  if (first) return `Line ${first.line} is no size and path, and is left out: ${first.text}`;
  const missing = trial.value?.missing ?? [];
  return missing.length > 0
    ? `A COPY names what is not among these files: ${missing.join(', ')}. A real build would stop there.`
    : undefined;
}

function Maker() {
  return (
    <>
      <NoticeLine speaker={notices} />
      <TextField name="title" label="Title" />
      <TextField name="minutes" label="Minutes, about" problem={minutesProblem()} />
      <TextField
        name="brief"
        label="What is the case, and the one thing to do"
        rows={5}
        help="Code stands between backticks; an empty line begins a paragraph."
      />
      <TextField name="start" label="The Dockerfile to begin with" rows={10} />
      <TextField name="dockerignore" label="The .dockerignore, if it is part of the exercise" rows={3} />
      <TextField
        name="context"
        label="Files beside the Dockerfile"
        problem={contextProblem()}
        rows={4}
        help={`A size and a path in each line, as ${LISTING_COMMAND} prints them.`}
      />
      <h2>Conditions</h2>
      <p class="muted">
        Each looks at what a build would make of the answer. Say what to do for it, and it becomes a step; without, it
        is something that must stay true.
      </p>
      <ConditionsForm
        kinds={kinds.value}
        conditions={draft.value.conditions}
        remarks={remarks.value}
        onChange={(conditions) => change({ conditions })}
      />
      <TextField name="hints" label="Hints, one in each line" rows={4} />
      <TextField name="solution" label="A solution" rows={10} />
      <TextField
        name="solutionIgnore"
        label="The .dockerignore of the solution"
        rows={3}
        help="Empty: as at the start."
      />
      <TextField name="why" label="Why it is one" rows={3} />
      <TrialView />
      <Ways own={readPageData().pages.own} />
    </>
  );
}

/** What the playground has becomes the start. */
async function openLink(): Promise<void> {
  const shared = await decodeShare(location.hash);
  if (!shared || typeof shared === 'string' || 'profile' in shared) return;
  const { context = [], dockerignore = '' } = shared.build;
  change({ start: shownDockerfile(shared).text, context: writeContextList(context), dockerignore });
  history.replaceState(null, '', location.pathname);
}

const host = document.getElementById('make');
if (host) {
  host.replaceChildren();
  render(<Maker />, host);
}
void openLink();
