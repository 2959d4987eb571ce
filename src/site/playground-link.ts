import { DEFAULT_CONFIGURATION } from '../config/configuration.js';
import { encodeShare } from '../share/link.js';
import { link } from './link.js';

/** The address of the playground with a Dockerfile in it. */
export async function playgroundLink(text: string): Promise<string> {
  return link('/playground/') + (await encodeShare({ text, configuration: DEFAULT_CONFIGURATION }));
}
