/** Shiki themes made from the tokens. */
import { colour } from './tokens.mjs';

/** Which scopes of a grammar speak in which voice, the later ones on top. */
const voices = [
  { token: 'code-instruction', scope: ['keyword', 'storage', 'entity.name.tag'], fontStyle: 'bold' },
  { token: 'code-string', scope: ['string', 'constant.character.escape'] },
  { token: 'code-variable', scope: ['variable', 'constant.other'] },
  {
    token: 'code-flag',
    scope: ['constant.numeric', 'constant.language', 'entity.other.attribute-name', 'constant.other.option'],
  },
  { token: 'code-comment', scope: ['comment', 'punctuation.definition.comment'] },
  { token: 'code-text', scope: ['punctuation', 'keyword.operator'] },
];

/** @param {'light' | 'dark'} theme */
export function codeTheme(theme) {
  return {
    name: `plimsoll-${theme}`,
    type: theme,
    colors: { 'editor.background': colour('surface', theme), 'editor.foreground': colour('code-text', theme) },
    tokenColors: voices.map(({ token, scope, fontStyle = '' }) => ({
      scope,
      settings: { foreground: colour(token, theme), fontStyle },
    })),
  };
}
