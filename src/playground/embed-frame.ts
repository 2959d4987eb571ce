/** What an embedded playground and the page around it tell each other. Nothing of the Dockerfile is among it. */

/** To the page around: how tall the content is, in CSS pixels, whenever that changes. */
export interface HeightMessage {
  readonly type: 'plimsoll:height';
  readonly height: number;
}

/** From the page around: follow its theme. */
export interface ThemeMessage {
  readonly type: 'plimsoll:theme';
  readonly theme: 'auto' | 'light' | 'dark';
}

/** Tells the page around how tall `content` is. */
export function reportHeight(content: HTMLElement): void {
  let reported = 0;
  const report = () => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === reported) return;
    reported = height;
    const message: HeightMessage = { type: 'plimsoll:height', height };
    // Any page may show this one, and how tall it is tells nobody anything else.
    parent.postMessage(message, '*');
  };
  new ResizeObserver(report).observe(content);
}

/** Follows the theme that the page around names. */
export function followTheme(root: HTMLElement): void {
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !isThemeMessage(data)) return;
    if (data.theme === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = data.theme;
  });
}

function isThemeMessage(data: unknown): data is ThemeMessage {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('theme' in data)) return false;
  return data.type === 'plimsoll:theme' && ['auto', 'light', 'dark'].includes(String(data.theme));
}
