import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the Dockerfiles in content; of an exercise that with which it begins, and not its many answers. */
export function contentDockerfiles(): readonly string[] {
  return readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('Dockerfile') && !/^exercises\/.*\/(?!start)[^/]+$/.test(name))
    .map((name) => readFileSync(join('content', name), 'utf8'));
}
