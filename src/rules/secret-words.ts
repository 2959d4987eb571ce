/**
 * Does a name say that its value is a secret, and could this value be one? Names are judged by their words, read from
 * the end: `GITHUB_TOKEN` is a token, `TOKEN_FILE` a file and `TOKENIZERS_PARALLELISM` neither.
 */

/** Secret as the last word, whatever stands before it. */
const SECRET =
  /(?:password|passwd|passphrase|passcode|pword|secrets?|token|apikey|accesskey|secretkey|privatekey|credentials?)$/;
/** Secret as the last of several words. */
const SECRET_OF_SOMETHING = new Set(['pass', 'pwd', 'auth', 'pat']);
/** A key of these is a secret; `CACHE_KEY`, `PUBLIC_KEY` and `GPG_KEY` are not. */
const KEYS = new Set(
  'access account admin api app auth aws azure client deploy encryption encrypt gcp jwt license licence master openai private secret service session sendgrid sign signing ssh storage stripe twilio webhook'.split(
    ' ',
  ),
);
/** What may stand behind the word that counts: `DB_PASSWORD_PROD`, `SECRET_KEY_BASE`, `TOKEN_2`. */
const QUALIFIERS = new Set(
  'prod production staging stage dev development test testing ci base base64 b64 value default new old'.split(' '),
);
/** With these the value is about a secret, or no secret: `NEXT_PUBLIC_API_KEY`, `ALLOW_EMPTY_PASSWORD`, `MAX_TOKEN`. */
const HARMLESS = new Set(
  'public publishable allow enable enabled disable disabled use require required has is no skip without empty random generate min max num count pad csrf xsrf vite gatsby expo'.split(
    ' ',
  ),
);

function wordsOfName(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}

export function namesSecret(name: string): boolean {
  const words = wordsOfName(name);
  if (words.some((word) => HARMLESS.has(word)) || /^react_app_/i.test(name)) return false;
  while (words.length > 1 && (QUALIFIERS.has(words.at(-1) as string) || /^\d+$/.test(words.at(-1) as string)))
    words.pop();
  const [last = '', before = ''] = [words.at(-1), words.at(-2)];
  if (SECRET.test(last)) return true;
  return words.length > 1 && (SECRET_OF_SOMETHING.has(last) || (/^keys?$/.test(last) && KEYS.has(before)));
}

const SWITCH = /^(?:true|false|yes|no|on|off|enabled|disabled|none|null|undefined|[01])$/i;
const PLACEHOLDER =
  /^<.*>$|^\*+$|^x{3,}$|^\.{3}$|change[-_ ]?(?:me|this|it)|place[-_ ]?holder|dummy|example|redacted|replace[-_ ]?(?:me|this)|^(?:your|my|some|todo|fake|foo|bar|insert)(?:[-_ ]|$)|not[-_ ]?(?:a[-_ ]?)?(?:real|secret)/i;
const PATH_OR_URL = /^(?:\/|\.{1,2}\/|~\/|[A-Za-z]:[\\/])|^[a-z][a-z0-9+.-]{0,20}:\/\//i;

/** Stands for something else: a place to fill in, a switch, a path or an address. */
export function isNoSecret(value: string): boolean {
  return SWITCH.test(value) || isPlaceholder(value) || PATH_OR_URL.test(value);
}

/** A stopgap that nobody has to hide. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || new Set(value).size <= 2;
}
