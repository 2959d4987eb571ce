import { type Configuration, DEFAULT_CONFIGURATION } from '../config/configuration.js';
import type { BuildInput } from '../model/build-input.js';
import { encodeShare } from '../share/link.js';
import { DEFAULT_PATH, readBuild } from '../share/workspace.js';
import { link } from './link.js';

interface LinkOptions {
  /** Of the draft. */
  readonly name?: string;
  readonly configuration?: Configuration;
}

/** The address of the playground with a Dockerfile in it, and what is known of its build. */
export async function playgroundLink(
  input: Omit<BuildInput, 'today'>,
  { name, configuration = DEFAULT_CONFIGURATION }: LinkOptions = {},
): Promise<string> {
  const { text, path = DEFAULT_PATH } = input;
  const workspace = {
    ...(name && { name }),
    dockerfiles: [{ path, text }],
    shown: 0,
    build: readBuild(input),
    configuration,
  };
  return link('/playground/') + (await encodeShare(workspace));
}
