/** A folder that is dropped on the page, or chosen in the build panel, becomes the context of the build. */
import { MOST_CONTEXT_FILES } from '../image/context-text.js';
import type { Workspace } from '../share/workspace.js';
import type { Drafts } from './drafts.js';
import { type FolderFile, filesOfDrop, readFolder } from './folder.js';
import type { Playground } from './store.js';

interface Folder {
  readonly name: string;
  readonly files: readonly FolderFile[];
}

/** A folder with a Dockerfile is opened as a draft; of any other one, only the context is taken. */
export async function takeFolder(playground: Playground, drafts: Drafts, { name, files }: Folder): Promise<void> {
  const read = await readFolder(files).catch(() => undefined);
  if (!read) {
    playground.say({
      kind: 'problem',
      text: `This folder can't be read, or has more than ${MOST_CONTEXT_FILES} files outside its .dockerignore. Nothing was taken.`,
    });
    return;
  }
  const { dockerfiles, build } = read;
  const count = build.context?.length ?? 0;
  const sentence = `${count === 1 ? 'One file' : `${count} files`} of the folder: names and sizes, read here.`;
  const workspace: Workspace = playground.workspace.value;
  if (dockerfiles.length > 0) {
    const { configuration } = workspace;
    drafts.begin(name || 'A folder', { dockerfiles, shown: 0, build, configuration }, sentence);
    return;
  }
  playground.changeWithUndo(
    { ...workspace, build: { ...workspace.build, ...build } },
    `${sentence} It holds no Dockerfile.`,
    (now) => ({ ...now, build: workspace.build }),
  );
}

/** Takes folders and files that are dropped anywhere inside `root`. */
export function connectDrop(root: HTMLElement, playground: Playground, drafts: Drafts): void {
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  root.addEventListener(
    'dragover',
    (event) => {
      if (isFile(event)) event.preventDefault();
    },
    { capture: true },
  );
  root.addEventListener(
    'drop',
    (event) => {
      if (!isFile(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      void filesOfDrop(event.dataTransfer.items).then((folder) => takeFolder(playground, drafts, folder));
    },
    { capture: true },
  );
}
