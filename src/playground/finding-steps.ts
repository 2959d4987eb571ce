/**
 * F8 and Shift+F8 in Monaco: from finding to finding in the order of the file. Monaco's own command goes by severity and
 * leaves out what is drawn as a hint.
 */
import * as monaco from 'monaco-editor/editor';

/** `placesOf` gives the offsets at which findings begin. */
export function connectFindingSteps(
  editor: monaco.editor.IStandaloneCodeEditor,
  placesOf: () => readonly number[],
): monaco.IDisposable[] {
  const step = (direction: 1 | -1) => {
    const model = editor.getModel();
    const position = editor.getPosition();
    if (!model || !position) return;
    const next = nextPlace(placesOf(), model.getOffsetAt(position), direction);
    if (next === undefined) return;
    editor.setPosition(model.getPositionAt(next));
    editor.revealPositionInCenterIfOutsideViewport(model.getPositionAt(next));
    void editor.getAction('editor.action.showHover')?.run();
  };
  const { F8 } = monaco.KeyCode;
  return [
    editor.addAction({
      id: 'plimsoll.nextFinding',
      label: 'Go to the Next Finding',
      keybindings: [F8],
      run: () => step(1),
    }),
    editor.addAction({
      id: 'plimsoll.previousFinding',
      label: 'Go to the Previous Finding',
      keybindings: [monaco.KeyMod.Shift | F8],
      run: () => step(-1),
    }),
  ];
}

/** The place behind or before an offset; behind the last comes the first. */
function nextPlace(places: readonly number[], offset: number, direction: 1 | -1): number | undefined {
  const sorted = [...places].sort((one, other) => one - other);
  return direction === 1
    ? (sorted.find((place) => place > offset) ?? sorted[0])
    : (sorted.findLast((place) => place < offset) ?? sorted.at(-1));
}
