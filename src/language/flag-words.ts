/** What each flag of an instruction, and each key of a mount, says. */
import type { Keyword } from '../model/index.js';

type FlagWords = Readonly<Record<string, string>>;

const FILES: FlagWords = {
  chown: 'User and group of the copies, by name or number. Without it they belong to root.',
  chmod: 'Permissions of the copies, such as 755 or u+x.',
  link: 'Makes a layer that does not depend on the ones below, so that it stays cached when the base image changes.',
  exclude: 'Leaves out files that match a pattern.',
};

const FLAG_WORDS: Partial<Record<Keyword, FlagWords>> = {
  FROM: { platform: 'The platform of the image, where it has several. $BUILDPLATFORM is that of the builder.' },
  RUN: {
    mount: 'Lends files to the command: a cache, a secret, a bind mount. They are not in the layer.',
    network: 'The network of the command: default, none or host.',
    security: 'With insecure the command has the rights of a privileged container. The builder must allow it.',
    device: 'Gives the command a device of the builder, by its CDI name.',
  },
  COPY: {
    ...FILES,
    from: 'Copies from a stage, an image or a named context instead of the build context.',
    parents: 'Keeps the folders of the sources.',
  },
  ADD: {
    ...FILES,
    'keep-git-dir': 'Keeps the .git folder of a repository.',
    checksum: 'The digest that the fetched file must have, such as sha256:…; the build fails on any other.',
    unpack: 'Whether archives are unpacked. Without it local ones are, and fetched ones are not.',
  },
  HEALTHCHECK: {
    interval: 'Time between two checks. 30 s by default.',
    timeout: 'A check that takes longer has failed. 30 s by default.',
    'start-period': 'Time in which failures do not count, for a program that starts slowly. 0 s by default.',
    'start-interval': 'Time between checks during the start period. 5 s by default.',
    retries: 'How many failures in a row make the container unhealthy. 3 by default.',
  },
};

/** What a flag of an instruction says; undefined for a flag that it does not take. */
export function flagWords(keyword: Keyword, flag: string): string | undefined {
  const words = FLAG_WORDS[keyword];
  return words && Object.hasOwn(words, flag) ? words[flag] : undefined;
}

/** What each type of mount lends to a command. */
export const MOUNT_TYPE_WORDS: FlagWords = {
  bind: 'Files of the build context, a stage or an image, read-only unless readwrite is set.',
  cache: 'A folder that the builder keeps from one build to the next.',
  tmpfs: 'An empty folder in memory.',
  secret: 'A secret, as a file or a variable. It is in no layer.',
  ssh: 'The SSH agent of whoever builds.',
};

/** What each key of a mount says. */
export const MOUNT_KEY_WORDS: FlagWords = {
  type: 'What is mounted. bind where it is left out.',
  target: 'The path in the container.',
  source: 'The path in what is mounted.',
  from: 'The stage, image or named context that is mounted.',
  id: 'The name of the cache, secret or agent.',
  env: 'The variable that gets the secret, instead of a file.',
  readonly: 'Nothing can be written to it.',
  readwrite: 'It can be written to. What a bind mount gets is dropped behind the command.',
  sharing: 'What builds that run at once do with a cache: shared, private or locked.',
  size: 'The largest size of a tmpfs.',
  required: 'The build fails where the secret or the agent is missing.',
  mode: 'Permissions, in octal.',
  uid: 'The number of the user to whom it belongs.',
  gid: 'The number of the group to which it belongs.',
};
