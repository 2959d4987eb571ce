/** The accounts of an image: which numbers their names mean, and whether there is one of a name. */
import { lineage, type Run, type ShellCommand, type Stage } from '../model/index.js';

/** Accounts that an image brings have numbers that no command tells. */
const NUMBERS: Readonly<Record<string, string>> = {
  root: '0',
  node: '1000',
  nonroot: '65532',
  nobody: '65534',
  'www-data': '33',
};

/** In the images of Debian and Alpine alike, or in most of them. */
const SYSTEM = /^(?:root|bin|daemon|games|list|lp|mail|man|news|nobody|proxy|sync|sys|uucp|www-data|_apt)$/;

const MAKES_ACCOUNT = /^(?:useradd|adduser)$/;

export class Accounts {
  private readonly numbers = new Map(Object.entries(NUMBERS));
  private readonly made = new Set<string>();
  /** Something else may bring accounts: a script that can't be read, a file of them. */
  private isOpen = false;

  constructor(private readonly stage: Stage) {
    for (const { instructions } of lineage(stage))
      for (const one of instructions) {
        if (one.keyword === 'RUN') this.takeIn(one);
        else if ((one.keyword === 'COPY' || one.keyword === 'ADD') && /passwd/.test(one.destination?.text ?? ''))
          this.isOpen = true;
      }
  }

  /** The number of a user, or its name where no number is known. Its group is left out. */
  idOf(user: string): string {
    const [name = ''] = user.split(':');
    return this.numbers.get(name) ?? name;
  }

  /** Whether it is known that no account has this name. */
  isMissing(user: string): boolean {
    const [name = ''] = user.split(':');
    const { base } = this.stage;
    if (/^\d+$/.test(name) || this.made.has(name) || this.isOpen || !base?.distribution) return false;
    return !base.users.includes(name) && !(base.distribution === 'distroless' ? name === 'nonroot' : SYSTEM.test(name));
  }

  private takeIn({ command }: Run): void {
    if (!command.script || command.script.hasErrors) this.isOpen = true;
    for (const one of command.script?.commands ?? []) {
      if (MAKES_ACCOUNT.test(one.name ?? '')) this.takeAccount(one);
      else if (mayMakeAccounts(one)) this.isOpen = true;
    }
  }

  private takeAccount({ args }: ShellCommand): void {
    const words = args.map(({ text }) => text);
    for (const word of words) if (!word.startsWith('-')) this.made.add(word);
    const at = words.findIndex((word) => /^(?:-[a-zA-Z]*u|--uid)$/.test(word));
    const number = words[at + 1] ?? words.find((word) => word.startsWith('--uid='))?.slice('--uid='.length);
    const name = words.findLast((word) => !word.startsWith('-'));
    if (name !== undefined && number !== undefined && /^\d+$/.test(number)) this.numbers.set(name, number);
  }
}

function mayMakeAccounts({ name, args, redirects }: ShellCommand): boolean {
  return (
    name === 'usermod' ||
    [...args, ...redirects.map(({ target }) => target)].some((word) => /\/etc\/passwd/.test(word?.text ?? ''))
  );
}
