/** Links that hold a Dockerfile: opening one, and making one. What stood in the editor before is kept and offered. */
import { decodeShare, encodeShare, type SharedStateProblem } from '../share/link.js';
import { forgetBeforeLink, keepBeforeLink, loadBeforeLink } from './draft.js';
import type { Playground } from './store.js';

const PROBLEMS: Readonly<Record<SharedStateProblem, string>> = {
  'unknown-version':
    'This link comes from a newer version of Plimsoll, which this page does not read yet. Your own text is unchanged.',
  damaged: 'This link is damaged or cut off, so it could not be opened. Ask for it again. Your own text is unchanged.',
  'too-large': 'This link unpacks to more than 2 MiB, so it was not opened. Your own text is unchanged.',
};

export class Links {
  /** `sample` is the text that the page brings, which nobody wants back. */
  constructor(
    private readonly playground: Playground,
    private readonly sample: string,
  ) {}

  /** Opens what is behind the # of the page's address, if anything. */
  async open(): Promise<void> {
    const shared = await decodeShare(location.hash);
    if (shared === undefined) return;
    if (typeof shared === 'string') {
      this.playground.say({ kind: 'problem', text: PROBLEMS[shared] });
      return;
    }
    const before = this.playground.text.value;
    this.playground.configuration.value = shared.configuration;
    if (shared.text === before) return this.playground.check();
    const { hash } = location;
    this.playground.replaceText(shared.text);
    history.replaceState(null, '', hash);
    if (before === this.sample) return this.playground.say({ kind: 'plain', text: 'Opened from a link.' });
    keepBeforeLink({ text: before });
    this.offer('Opened from a link. The text you had here is kept.', before);
  }

  /** Offers the text that a link took the place of before the page was loaded. */
  offerBack(): void {
    const before = loadBeforeLink();
    if (before && before.text !== this.playground.text.value)
      this.offer('The text that you had before you opened a link is still kept.', before.text);
  }

  /** Offers what stood here before a link was opened, now or after a reload. */
  private offer(sentence: string, before: string): void {
    this.playground.say({
      kind: 'plain',
      text: sentence,
      action: {
        label: 'Bring it back',
        run: () => {
          this.playground.replaceText(before);
          this.playground.closeNotice();
        },
      },
      onClose: forgetBeforeLink,
    });
  }

  /** Puts the link into the address and the clipboard. */
  async share(): Promise<void> {
    const fragment = await encodeShare({
      text: this.playground.text.value,
      configuration: this.playground.configuration.value,
    });
    history.replaceState(null, '', fragment);
    const address = location.href;
    const size = address.length < 1024 ? `${address.length} bytes` : `${(address.length / 1024).toFixed(1)} KB`;
    try {
      await navigator.clipboard.writeText(address);
      this.playground.say({
        kind: 'plain',
        text: `Link copied (${size}). It holds the Dockerfile itself; nothing was uploaded.`,
      });
    } catch {
      this.playground.say({
        kind: 'plain',
        text: `The link (${size}) holds the Dockerfile itself. Copy it:`,
        copy: address,
      });
    }
  }
}
