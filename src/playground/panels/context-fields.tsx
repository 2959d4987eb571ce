/** The build context: its ignore file, its files with their sizes, and the text of the few that are read. */
import { useSignal } from '@preact/signals';
import { isReadFromContext } from '../../image/context-text.js';
import type { ContextFile } from '../../model/build-input.js';
import { withBuild } from '../build-changes.js';
import { LISTING_COMMAND, readContextList, withFileText, writeContextList } from '../context-list.js';
import { type FolderFile, filesOfInput } from '../folder.js';
import type { Playground } from '../store.js';

/** Takes the files of a folder that the reader chose. */
export type FolderChoice = (folder: { readonly name: string; readonly files: readonly FolderFile[] }) => Promise<void>;

interface ContextFieldsProps {
  readonly playground: Playground;
  readonly onFolder: FolderChoice;
}

export function ContextFields({ playground, onFolder }: ContextFieldsProps) {
  const { context } = playground.workspace.value.build;
  return (
    <fieldset>
      <legend>Build context</legend>
      <p class="muted">
        Drop a folder anywhere on this page, or choose one. Its names and sizes are read, and the text of small scripts
        and manifests. Nothing is sent.
      </p>
      <p class="f-acts">
        <label class="btn file">
          Choose a folder
          <input
            type="file"
            class="sr-only"
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            onChange={(event) => {
              const { files } = event.currentTarget;
              if (files && files.length > 0) void onFolder(filesOfInput(files));
            }}
          />
        </label>
        {context && (
          <button type="button" class="btn" onClick={() => forget(playground)}>
            Forget the context
          </button>
        )}
      </p>
      <IgnoreFile playground={playground} />
      <FileList playground={playground} />
      <AddText playground={playground} />
      {context
        ?.filter(({ path, bytes }) => isReadFromContext(path, bytes))
        .map((file) => (
          <FileText key={file.path} playground={playground} context={context} file={file} />
        ))}
    </fieldset>
  );
}

function forget(playground: Playground): void {
  const before = playground.workspace.value;
  const { context, dockerignore } = before.build;
  playground.changeWithUndo(
    withBuild(before, { context: undefined, dockerignore: undefined }),
    'The context is forgotten, and counts as unknown.',
    (now) => withBuild(now, { context, dockerignore }),
  );
}

function IgnoreFile({ playground }: { playground: Playground }) {
  const workspace = playground.workspace.value;
  const { dockerignore } = workspace.build;
  const set = (text: string | undefined) => playground.change(withBuild(workspace, { dockerignore: text }));
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={dockerignore !== undefined}
          onChange={(event) => set(event.currentTarget.checked ? '' : undefined)}
        />
        <span>
          What <code>.dockerignore</code> says is known
        </span>
      </label>
      {dockerignore !== undefined && (
        <textarea
          class="text-field"
          aria-label=".dockerignore"
          rows={4}
          spellcheck={false}
          value={dockerignore}
          placeholder="Empty: there is none"
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </>
  );
}

/** A long list is not drawn while the reader only looks: it is one text. */
function FileList({ playground }: { playground: Playground }) {
  const workspace = playground.workspace.value;
  const { context } = workspace.build;
  const problems = useSignal<ReturnType<typeof readContextList>['problems']>([]);
  const take = (list: string) => {
    const read = readContextList(list, context);
    problems.value = read.problems;
    const isNone = list.trim() === '';
    playground.change(withBuild(workspace, { context: isNone ? undefined : read.files }));
  };
  return (
    <>
      <label class="field tall">
        <span>Files, a line each: size in bytes, then the path</span>
        <textarea
          class="text-field"
          rows={Math.min(12, Math.max(4, context?.length ?? 0))}
          spellcheck={false}
          defaultValue={context ? writeContextList(context) : ''}
          key={context?.map(({ path, bytes }) => `${path} ${bytes}`).join() ?? 'unknown'}
          placeholder={'1200 package.json\n34000 src/app.js'}
          onChange={(event) => take(event.currentTarget.value)}
        />
      </label>
      {problems.value.length > 0 && (
        <p class="panel-note" role="status">
          {problems.value.length === 1 ? 'One line is' : `${problems.value.length} lines are`} no size and path, and
          left out: line {problems.value[0]?.line}, “{problems.value[0]?.text}”.
        </p>
      )}
      <p class="muted">
        <code>{LISTING_COMMAND}</code> prints such a list. Left empty, the context is unknown.
      </p>
    </>
  );
}

/** An entrypoint script is what people want to write here. */
function AddText({ playground }: { playground: Playground }) {
  const path = useSignal('');
  const add = () => {
    const wanted = path.value.trim().replace(/^(?:\.?\/)+/, '');
    const { workspace } = playground;
    const context = workspace.value.build.context ?? [];
    if (!isReadFromContext(wanted, 0))
      return playground.say({
        kind: 'problem',
        text: 'The text of scripts (….sh, …entrypoint…), package.json and requirements.txt is read; of other files the size is enough.',
      });
    if (!context.some((file) => file.path === wanted))
      playground.change(withBuild(workspace.value, { context: withFileText(context, wanted, '') }));
    path.value = '';
  };
  return (
    <div class="field">
      <label>
        <span class="sr-only">Path of a file whose text is known</span>
        <input
          class="pick"
          placeholder="entrypoint.sh"
          spellcheck={false}
          value={path.value}
          onInput={(event) => (path.value = event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
      </label>
      <button type="button" class="btn" onClick={add}>
        Add its text
      </button>
    </div>
  );
}

interface FileTextProps {
  readonly playground: Playground;
  readonly context: readonly ContextFile[];
  readonly file: ContextFile;
}

function FileText({ playground, context, file }: FileTextProps) {
  const set = (text: string) =>
    playground.change(withBuild(playground.workspace.value, { context: withFileText(context, file.path, text) }));
  return (
    <details open={file.text === ''}>
      <summary>
        <code>{file.path}</code> {file.text === undefined ? 'is not known' : 'is read'}
      </summary>
      <textarea
        class="text-field"
        aria-label={`Text of ${file.path}`}
        rows={6}
        spellcheck={false}
        value={file.text ?? ''}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </details>
  );
}
