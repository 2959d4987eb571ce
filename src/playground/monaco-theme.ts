/** Monaco's colours, read from the page's tokens as they are in force. */
import type * as Monaco from 'monaco-editor/editor';

/** Monarch's tokens of a Dockerfile, and the site's voices for them. */
const VOICES: Readonly<Record<string, string>> = {
  keyword: '--code-instruction',
  variable: '--code-variable',
  'variable.source': '--code-variable',
  string: '--code-string',
  comment: '--code-comment',
};

const COLOURS: Readonly<Record<string, string>> = {
  'editor.background': '--surface',
  'editor.foreground': '--code-text',
  'editorLineNumber.foreground': '--muted',
  'editorLineNumber.activeForeground': '--ink-strong',
  'editorLineNumber.dimmedForeground': '--muted',
  'editor.lineHighlightBackground': '--accent-soft',
  'editor.selectionBackground': '--water-deep',
  'editor.inactiveSelectionBackground': '--water-fill',
  'editorCursor.foreground': '--accent',
  'editorError.foreground': '--error',
  'editorWarning.foreground': '--warning',
  'editorInfo.foreground': '--info',
  'editorHint.foreground': '--style',
  'editorOverviewRuler.errorForeground': '--error',
  'editorOverviewRuler.warningForeground': '--warning',
  'editorOverviewRuler.infoForeground': '--info',
  'editorWidget.background': '--raised',
  'editorHoverWidget.background': '--raised',
  'editorHoverWidget.border': '--line-strong',
  focusBorder: '--accent',
  'textLink.foreground': '--accent',
};

/** The theme that goes with the page's. */
export function themeName(): 'plimsoll-light' | 'plimsoll-dark' {
  return document.documentElement.dataset['theme'] === 'dark' ? 'plimsoll-dark' : 'plimsoll-light';
}

export function defineThemes(monaco: typeof Monaco): void {
  for (const scheme of ['light', 'dark'] as const) {
    const colour = colourReader(scheme);
    monaco.editor.defineTheme(`plimsoll-${scheme}`, {
      base: scheme === 'dark' ? 'vs-dark' : 'vs',
      inherit: true,
      rules: Object.entries(VOICES).map(([token, name]) => ({
        token,
        foreground: colour(name).slice(1),
        ...(token === 'keyword' && { fontStyle: 'bold' }),
      })),
      colors: Object.fromEntries(Object.entries(COLOURS).map(([key, name]) => [key, colour(name)])),
    });
  }
}

/** Resolves a token to `#rrggbb` in a colour scheme, by asking the browser. */
function colourReader(scheme: 'light' | 'dark'): (token: string) => string {
  return (token) => {
    const probe = document.createElement('span');
    probe.style.colorScheme = scheme;
    probe.style.color = `var(${token})`;
    document.body.append(probe);
    const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
    probe.remove();
    return `#${channels
      .slice(0, 3)
      .map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0'))
      .join('')}`;
  };
}
