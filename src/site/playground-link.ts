import { DEFAULT_CONFIGURATION } from '../config/configuration.js';
import type { BuildInput } from '../model/build-input.js';
import { encodeShare } from '../share/link.js';
import { DEFAULT_PATH, readBuild } from '../share/workspace.js';
import { link } from './link.js';

/** The address of the playground with a Dockerfile in it, what is known of its build, and the name of its draft. */
export async function playgroundLink(input: Omit<BuildInput, 'today'>, name?: string): Promise<string> {
  const { text, path = DEFAULT_PATH } = input;
  const workspace = {
    ...(name && { name }),
    dockerfiles: [{ path, text }],
    shown: 0,
    build: readBuild(input),
    configuration: DEFAULT_CONFIGURATION,
  };
  return link('/playground/') + (await encodeShare(workspace));
}
