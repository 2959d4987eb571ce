/** RUN in plain words: a sentence for each command, then what mounts and flags give it while it runs. */

import { asWritten, type Dockerfile, type Mount, type Run, type ShellInForce } from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { originOf } from './copy-words.js';
import { interpreterPhrase, scriptSentences, variablesIn } from './script-words.js';
import { commandText } from './start-words.js';
import { list, sentence, shownCode, valueOf, wordText } from './words.js';

export function runSentences(dockerfile: Dockerfile, run: Run): Text[] {
  return [
    ...commandSentences(dockerfile, run),
    ...variableSentence(run),
    ...run.mounts.map((mount) => mountSentence(run, mount)),
    ...flagSentences(run),
    ...userSentence(run),
  ];
}

function commandSentences(dockerfile: Dockerfile, run: Run): Text[] {
  const { text: file } = dockerfile;
  const { command, scope } = run;
  if (command.script) {
    const sentences = scriptSentences(command.script, (one) =>
      command.exec ? commandText(dockerfile, command) : asWritten(dockerfile, one),
    );
    if (sentences.length > 0) return sentences;
  }
  const written = file.slice(command.at.start, command.at.end).replace(/[\\`]\r?\n/g, ' ');
  const [heredoc] = run.heredocs;
  if (heredoc && !command.script) {
    const body = file.slice(heredoc.body.start, heredoc.body.end);
    const shebang = /^#!\s*(?:\/usr\/bin\/env\s+(?:-S\s+)?)?(\S+)/.exec(body)?.[1];
    const before = written.replace(/\d*<<-?\s*\S+/g, '').trim();
    const program = shebang ?? (before || scope.shell.words.join(' '));
    return [sentence(interpreterPhrase(program, body.split('\n').length - 1))];
  }
  if (written.trim() === '') return [['Runs nothing: no command is written here.']];
  const where = command.form === 'shell' ? shellWords(scope.shell) : [];
  return [sentence(text`runs ${shownCode(written)}${where}`)];
}

const SHELL_NAMES: Readonly<Partial<Record<string, string>>> = {
  powershell: 'PowerShell',
  pwsh: 'PowerShell',
  cmd: 'the command prompt of Windows',
};

/** A shell whose commands are not looked into. */
function shellWords({ isPosix, program, words }: ShellInForce): Text {
  if (isPosix) return [];
  const name = SHELL_NAMES[program ?? ''];
  return name ? [` in ${name}`] : text` with ${shownCode(words.join(' '))}`;
}

/** The values that variables of the Dockerfile have in the commands. */
function variableSentence({ command, scope }: Run): Text[] {
  if (!command.script || command.form === 'exec') return [];
  const values = variablesIn(command.script).flatMap((name) => {
    const variable = scope.variable(name);
    if (!variable || variable.kind === 'base') return [];
    const { value } = variable;
    return [
      typeof value === 'string'
        ? text`${code(name)} is ${shownCode(value)}`
        : text`${code(name)} is unknown before the build`,
    ];
  });
  return values.length > 0 ? [text`Here ${list(values)}.`] : [];
}

function mountSentence(run: Run, mount: Mount): Text {
  const { scope } = run;
  const { type, target, from, keys } = mount;
  const place = target ? valueOf(target, scope) : ['the working directory'];
  const named = (key: string) => {
    const word = keys.get(key);
    return word && wordText(word, scope);
  };
  switch (type) {
    case 'cache':
      return text`Keeps ${place} in a cache of the builder, which later builds find again and the image does not hold.`;
    case 'secret':
      return secretSentence(
        target || keys.get('env') ? undefined : '/run/secrets/',
        named('id') ?? named('source'),
        named('env'),
        place,
      );
    case 'ssh':
      return ['Can use the SSH keys of whoever builds, while it runs.'];
    case 'tmpfs':
      return text`Has an empty folder in memory at ${place} while it runs.`;
    default: {
      const source = named('source');
      const origin = text`of ${from ? originOf(run, from) : 'the build context'}`;
      const what = source === undefined || source === '.' ? ['everything'] : [shownCode(source)];
      return text`Sees ${what} ${origin} at ${place} while it runs, without a copy in the image.`;
    }
  }
}

function secretSentence(
  folder: string | undefined,
  id: string | undefined,
  variable: string | undefined,
  place: Text,
): Text {
  const name = id === undefined ? [] : text` ${shownCode(id)}`;
  const where =
    variable !== undefined
      ? text`in the variable ${shownCode(variable)}`
      : text`at ${folder ? [code(`${folder}${id ?? ''}`)] : place}`;
  return text`Can read the secret${name} ${where} while it runs; the image does not hold it.`;
}

function flagSentences({ flags }: Run): Text[] {
  return flags.flatMap(({ name, value }): Text[] => {
    if (name === 'network' && value?.text === 'none') return [['Has no network.']];
    if (name === 'network' && value?.text === 'host') return [['Uses the network of the machine that builds.']];
    if (name === 'security' && value?.text === 'insecure')
      return [['Runs with all rights on the machine that builds.']];
    return [];
  });
}

/** Root is what a reader expects. */
function userSentence({ scope: { user } }: Run): Text[] {
  const isExpected = user === null || /^(?:root|0|ContainerAdministrator)(?::|$)/.test(user);
  return isExpected ? [] : [text`Runs as the user ${shownCode(user)}.`];
}
