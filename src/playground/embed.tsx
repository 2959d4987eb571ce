/**
 * The playground as a part of somebody else's page: text area, findings, and a way into the whole playground. It stores
 * nothing, and it registers no service worker.
 */
import { render } from 'preact';
import { decodeShare, encodeShare, type SharedState } from '../share/link.js';
import { type Workspace, workspaceOf } from '../share/workspace.js';
import { element } from './element.js';
import { followTheme, reportHeight } from './embed-frame.js';
import { type EmbedOptions, readEmbedOptions } from './embed-options.js';
import { Findings } from './findings.js';
import { NoticeLine } from './notice-line.js';
import { LoadLine } from './panels/drawn.js';
import { gaugeValues } from './panels/gauge-values.js';
import { PreviewDialog } from './playground.js';
import { Playground } from './store.js';
import { TextAreaEditor } from './text-area-editor.js';

/** The text area of a page that only shows: what would change the text does nothing. */
class ReadOnlyEditor extends TextAreaEditor {
  override apply(): void {}
}

const options = readEmbedOptions(location.search);
const root = element('#embed');
const textArea = element<HTMLTextAreaElement>('#dockerfile');
const way = element<HTMLAnchorElement>('#open');
const reset = element<HTMLButtonElement>('#reset');
const playground = new Playground(() => true);

/** What the address holds; the reset brings it back. */
let given = withPreset(workspaceOf(''));

/** The preset that the address names takes the place of the one in the link. */
function withPreset(workspace: Workspace): Workspace {
  const { preset } = options;
  return preset ? { ...workspace, configuration: { ...workspace.configuration, preset } } : workspace;
}

/** What the sender looked at is of no use here: there are no panels. */
function withoutView({ view: _, ...workspace }: SharedState): Workspace {
  return workspace;
}

function start({ isReadOnly, showsFindings, problems }: EmbedOptions): void {
  textArea.readOnly = isReadOnly;
  root.classList.toggle('is-read-only', isReadOnly);
  const Editor = isReadOnly ? ReadOnlyEditor : TextAreaEditor;
  playground.use(
    new Editor(textArea, {
      onChange: (text) => playground.changed(text),
      onCursor: (offset) => {
        playground.cursor.value = offset;
      },
    }),
  );
  render(
    <>
      <NoticeLine speaker={playground} />
      {options.showsLoadLine && <Size />}
      {showsFindings && <Findings playground={playground} />}
      <PreviewDialog playground={playground} />
    </>,
    element('#findings'),
  );
  playground.workspace.subscribe((workspace) => void follow(workspace));
  reset.addEventListener('click', () => playground.open(given));
  if (problems.length > 0) playground.say({ kind: 'problem', text: problems.join(' ') });
}

/** The load line, lying down. */
function Size() {
  const { prediction, measure, findings } = playground;
  const values = prediction.value && gaugeValues(prediction.value, measure.value, findings.value.length);
  return <div class="embed-size">{values && <LoadLine values={values} isFlat />}</div>;
}

/** The link to the playground carries what is here now. */
async function follow(workspace: Workspace): Promise<void> {
  reset.hidden = workspace === given;
  const fragment = await encodeShare(workspace);
  if (workspace === playground.workspace.value) way.hash = fragment;
}

async function open(): Promise<void> {
  const shared = await decodeShare(location.hash);
  if (typeof shared === 'string')
    playground.say({
      kind: 'problem',
      text: 'The address of this frame is damaged, so its Dockerfile can’t be shown.',
    });
  if (!shared || typeof shared === 'string') return;
  given = withPreset('profile' in shared ? workspaceOf('', shared.profile) : withoutView(shared));
  playground.open(given);
}

start(options);
playground.open(given);
void open();
addEventListener('hashchange', () => void open());
followTheme(document.documentElement);
reportHeight(root);
