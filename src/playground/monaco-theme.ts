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
  'editorBracketHighlight.foreground1': '--code-text',
  'editorBracketHighlight.foreground2': '--code-text',
  'editorBracketHighlight.foreground3': '--code-text',
  'editorWidget.foreground': '--ink',
  'editorWidget.border': '--line-strong',
  'editorSuggestWidget.selectedBackground': '--accent-soft',
  'editorSuggestWidget.selectedForeground': '--ink-strong',
  'editorSuggestWidget.selectedIconForeground': '--ink-strong',
  'editorSuggestWidget.highlightForeground': '--accent',
  'editorSuggestWidget.focusHighlightForeground': '--accent',
  'editor.wordHighlightBackground': '--water-fill',
  'editor.wordHighlightStrongBackground': '--water-deep',
  'input.background': '--paper',
  'input.foreground': '--ink-strong',
  'input.border': '--line-strong',
  'inputValidation.infoBackground': '--raised',
  'inputValidation.infoForeground': '--ink',
  'inputValidation.infoBorder': '--line-strong',
  'editorHoverWidget.foreground': '--ink',
  'editorHoverWidget.background': '--raised',
  'editorHoverWidget.border': '--line-strong',
  focusBorder: '--accent',
  'textLink.foreground': '--accent',
};

type ThemeName = 'plimsoll-light' | 'plimsoll-dark' | 'hc-light' | 'hc-black';

/** The theme that goes with the page's, or Monaco's own for high contrast where the reader asked for more of it. */
export function themeName(): ThemeName {
  const isDark = document.documentElement.dataset['theme'] === 'dark';
  if (matchMedia(FORCED).matches) return matchMedia(DARK).matches ? 'hc-black' : 'hc-light';
  if (matchMedia(MORE).matches) return isDark ? 'hc-black' : 'hc-light';
  return isDark ? 'plimsoll-dark' : 'plimsoll-light';
}

const FORCED = '(forced-colors: active)';
const MORE = '(prefers-contrast: more)';
const DARK = '(prefers-color-scheme: dark)';

/** Calls back whenever the reader's wish for contrast changes. */
export function onContrastChange(run: () => void): { dispose(): void } {
  const queries = [FORCED, MORE, DARK].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', run);
  return {
    dispose() {
      for (const query of queries) query.removeEventListener('change', run);
    },
  };
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
