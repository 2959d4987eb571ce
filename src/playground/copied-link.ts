/** A link on its way to the clipboard, and what the reader is told. */
import { copyText } from './clipboard.js';
import type { Notice } from './store.js';

/** Longer addresses are cut by some programs that people send them with. UTF-16 units. */
const LONG = 8_000;

/** Copies an address; where the browser does not allow it, the notice has it to be copied by hand. */
export async function copiedLink(address: string, sentence: string): Promise<Notice> {
  const size = address.length < 1024 ? `${address.length} bytes` : `${(address.length / 1024).toFixed(1)} KB`;
  const caution =
    address.length > LONG ? ' Some programs cut links of this length: look whether it arrived whole.' : '';
  return (await copyText(address))
    ? { kind: 'plain', text: `Link copied (${size}). ${sentence}${caution}` }
    : { kind: 'plain', text: `The link (${size}). ${sentence}${caution} Copy it:`, copy: address };
}
