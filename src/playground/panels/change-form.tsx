/** Chooses what changes between two builds. */
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { PossibleChanges } from '../possible-changes.js';
import { CACHE_TITLES, CACHES, CHANGE_KINDS, CHANGE_TITLES, type ChangeChoice, chosenOf } from './change-choice.js';
import { Choose, Pick } from './controls.js';

interface ChangeFormProps {
  readonly choice: Signal<ChangeChoice>;
  readonly changes: PossibleChanges;
  /** Of the instruction at the cursor. */
  readonly line: number | undefined;
  readonly textOf: (line: number) => string;
}

export function ChangeForm(props: ChangeFormProps) {
  const { choice } = props;
  return (
    <form class="panel-form" onSubmit={(event) => event.preventDefault()}>
      <Choose
        legend="What changes"
        options={CHANGE_KINDS.map((kind) => ({ value: kind, title: CHANGE_TITLES[kind] }))}
        value={choice.value.kind}
        onChoose={(kind) => {
          choice.value = { ...choice.value, kind };
        }}
      />
      <div class="panel-detail">
        <Detail {...props} />
      </div>
    </form>
  );
}

function Detail({ choice, changes, line, textOf }: ChangeFormProps) {
  const { kind, argument, image, cache } = choice.value;
  const set = (part: Partial<ChangeChoice>) => {
    choice.value = { ...choice.value, ...part };
  };
  switch (kind) {
    case 'file':
      return <FileField choice={choice} files={changes.files} />;
    case 'argument':
      return (
        <Pick
          label="Build argument"
          options={changes.args}
          value={chosenOf(changes.args, argument)}
          onPick={(name) => set({ argument: name })}
        />
      );
    case 'base':
      return (
        <Pick
          label="Image with another digest"
          options={changes.images}
          value={chosenOf(changes.images, image)}
          onPick={(name) => set({ image: name })}
        />
      );
    case 'line':
      return line === undefined ? null : (
        <p>
          Line {line}, where the cursor is: <code>{textOf(line)}</code>
        </p>
      );
    case 'fresh':
      return (
        <Pick
          label="The builder"
          options={CACHES}
          titles={CACHE_TITLES}
          value={cache}
          onPick={(value) => set({ cache: value })}
        />
      );
    default:
      return <p>The file .dockerignore itself has another text, and ignores the same files.</p>;
  }
}

function FileField({ choice, files }: { choice: Signal<ChangeChoice>; files: readonly string[] }) {
  const list = useId();
  return (
    <label class="field">
      <span>File of the build context</span>
      <input
        class="pick"
        type="text"
        list={list}
        value={choice.value.path ?? files[0] ?? ''}
        placeholder="src/app.js"
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        translate={false}
        onInput={(event) => {
          choice.value = { ...choice.value, path: event.currentTarget.value };
        }}
      />
      <datalist id={list}>
        {files.map((file) => (
          <option value={file} />
        ))}
      </datalist>
    </label>
  );
}
