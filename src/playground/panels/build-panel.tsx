/** What is known of the build beside the Dockerfile: other Dockerfiles, target, arguments, platform and context. */

import {
  withArgument,
  withBuild,
  withDockerfile,
  withNewDockerfile,
  withoutDockerfile,
  withPath,
  withShown,
} from '../build-changes.js';
import type { Playground } from '../store.js';
import { ContextFields, type FolderChoice } from './context-fields.js';
import { Pick } from './controls.js';

export interface BuildPanelProps {
  readonly playground: Playground;
  readonly onFolder: FolderChoice;
}

const PLATFORMS = ['', 'linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/ppc64le', 'linux/s390x', 'linux/riscv64'];

export function BuildPanel({ playground, onFolder }: BuildPanelProps) {
  return (
    <form class="build-form" onSubmit={(event) => event.preventDefault()}>
      <p class="muted">
        What is known here makes the check and the prediction more exact. All of it stays in your browser.
      </p>
      <Dockerfiles playground={playground} />
      <Options playground={playground} />
      <ContextFields playground={playground} onFolder={onFolder} />
    </form>
  );
}

function Dockerfiles({ playground }: { playground: Playground }) {
  const workspace = playground.workspace.value;
  const { dockerfiles, shown } = workspace;
  const rename = (index: number, input: HTMLInputElement) => {
    const renamed = withPath(workspace, index, input.value);
    if (renamed) return playground.change(renamed);
    input.value = dockerfiles[index]?.path ?? '';
    playground.say({ kind: 'problem', text: 'Each Dockerfile needs a path of its own. The old one is kept.' });
  };
  return (
    <fieldset>
      <legend>Dockerfiles</legend>
      <ul class="build-files">
        {dockerfiles.map(({ path }, index) => (
          <li key={path}>
            <label>
              <input
                type="radio"
                name="shown"
                checked={index === shown}
                onChange={() => playground.change(withShown(workspace, index))}
              />
              <span class="sr-only">Show {path}</span>
            </label>
            <input
              class="pick"
              aria-label={`Path of ${path}`}
              defaultValue={path}
              onChange={(event) => rename(index, event.currentTarget)}
            />
            {dockerfiles.length > 1 && (
              <button
                type="button"
                class="btn bare"
                aria-label={`Remove ${path}`}
                onClick={() => removeWithUndo(playground, index)}
              >
                Remove
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" class="btn" onClick={() => playground.change(withNewDockerfile(workspace))}>
        Add a Dockerfile
      </button>
    </fieldset>
  );
}

function removeWithUndo(playground: Playground, index: number): void {
  const before = playground.workspace.value;
  const removed = before.dockerfiles[index];
  if (!removed) return;
  playground.changeWithUndo(withoutDockerfile(before, index), `${removed.path} is removed.`, (now) => {
    const place = Math.min(index, now.dockerfiles.length);
    const restored = withDockerfile(now, place, removed);
    return index === before.shown ? withShown(restored, place) : restored;
  });
}

function Options({ playground }: { playground: Playground }) {
  const workspace = playground.workspace.value;
  const { target = '', platform = '', buildArguments = {} } = workspace.build;
  const changes = playground.prediction.value?.changes;
  const stages = ['', ...new Set([...(target ? [target] : []), ...(changes?.stages ?? [])])];
  const names = [...new Set([...Object.keys(buildArguments), ...(changes?.args ?? [])])];
  return (
    <fieldset>
      <legend>Options of the build</legend>
      <Pick
        label="Target"
        options={stages}
        titles={{ '': 'The last stage' }}
        value={target}
        onPick={(stage) => playground.change(withBuild(workspace, { target: stage || undefined }))}
      />
      <Pick
        label="Platform"
        options={PLATFORMS}
        titles={{ '': 'linux/amd64 (assumed)' }}
        value={platform}
        onPick={(name) => playground.change(withBuild(workspace, { platform: name || undefined }))}
      />
      {names.map((name) => (
        <label key={name} class="field">
          <span>
            <code>--build-arg {name}</code>
          </span>
          <input
            class="pick"
            value={buildArguments[name] ?? ''}
            placeholder="not given"
            spellcheck={false}
            onChange={(event) => playground.change(withArgument(workspace, name, event.currentTarget.value))}
          />
        </label>
      ))}
    </fieldset>
  );
}
