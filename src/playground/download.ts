/** Gives a text to the reader as a file, from the page itself. */
export function download(name: string, text: string, type: string): void {
  save(name, new Blob([text], { type }));
}

/** The same for what is no text. */
export function downloadBytes(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  save(name, new Blob([bytes], { type }));
}

function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(address);
}
