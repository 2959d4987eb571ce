/** Links that hold a workspace: opening one, and making one. What stood in the editor before stays a draft. */
import type { Configuration } from '../config/configuration.js';
import type { FragmentProblem } from '../share/fragment.js';
import { decodeShare, encodeShare } from '../share/link.js';
import { copiedLink } from './copied-link.js';
import { DEFAULT_NAME } from './draft-store.js';
import type { Drafts } from './drafts.js';
import type { Playground } from './store.js';
import { isPanel, type Views } from './views.js';

const PROBLEMS: Readonly<Record<FragmentProblem, string>> = {
  'unknown-version':
    'This link comes from a newer version of Plimsoll, which this page does not read yet. Your own text is unchanged.',
  damaged: 'This link is damaged or cut off, so it could not be opened. Ask for it again. Your own text is unchanged.',
  'too-large': 'This link unpacks to more than 2 MiB, so it was not opened. Your own text is unchanged.',
};

export class Links {
  constructor(
    private readonly playground: Playground,
    private readonly drafts: Drafts,
    private readonly views: Views,
  ) {}

  /** Opens what is behind the # of the page's address, if anything. */
  async open(): Promise<void> {
    const shared = await decodeShare(location.hash);
    if (shared === undefined) return;
    if (typeof shared === 'string') {
      this.playground.say({ kind: 'problem', text: PROBLEMS[shared] });
      return;
    }
    if ('profile' in shared) {
      this.playground.configureWithUndo(shared.profile, 'The configuration of the link is in use now.');
      return;
    }
    const { name = 'From a link', view, ...workspace } = shared;
    this.drafts.begin(name, workspace, 'Opened from a link.');
    if (view?.panel && isPanel(view.panel)) this.views.show(view.panel);
    if (view?.line) this.playground.places.goTo(view.line);
  }

  /** Puts the link into the address and the clipboard. */
  async share(): Promise<void> {
    const { workspace, places } = this.playground;
    const line = places.current.value;
    const view = { panel: this.views.panel.value, ...(line !== undefined && line > 1 && { line }) };
    const { name } = this.drafts.current.value;
    const named = name !== DEFAULT_NAME && { name };
    history.replaceState(null, '', await encodeShare({ ...named, ...workspace.value, view }));
    this.playground.say(await copiedLink(location.href, 'It holds everything itself; nothing was uploaded.'));
  }

  /** Copies a link that holds a configuration and no Dockerfile. */
  async shareProfile(profile: Configuration): Promise<void> {
    const address = new URL(location.pathname, location.href);
    address.hash = await encodeShare({ profile });
    this.playground.say(await copiedLink(address.href, 'It holds the configuration and no Dockerfile.'));
  }
}
