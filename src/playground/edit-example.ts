/** Between an example and its editor: a guide should not carry the list of the files that the editor is made of. */

/** Puts the editor in place of the code of a pane. */
export async function editExample(pane: HTMLElement): Promise<void> {
  const { editInPlace } = await import('./inline-editor.js');
  await editInPlace(pane);
}
