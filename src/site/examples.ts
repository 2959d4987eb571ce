/** The pairs of Dockerfiles under content/examples, read when the site is built. */
import { type ExampleFile, type InputFile, inputOf, readExampleFile } from './example-file.js';

const texts = import.meta.glob<string>('/content/examples/*/*', { query: '?raw', import: 'default', eager: true });

/** One idea: a Dockerfile as people have it, and as we would ship it. */
export interface Example extends Pick<ExampleFile, 'title' | 'shows' | 'topic' | 'rules'> {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly input: InputFile;
}

/** The names of all examples, in alphabetical order. */
export const exampleNames: readonly string[] = [
  ...new Set(Object.keys(texts).map((path) => path.split('/')[3] ?? '')),
].sort();

/** The example of a name; an error that says which file is missing where it is not complete. */
export function exampleNamed(name: string): Example {
  const { title, shows, topic, rules, ...input } = readExampleFile(
    fileOf(name, 'example.yaml'),
    `content/examples/${name}/example.yaml`,
  );
  return {
    name,
    title,
    shows,
    topic,
    rules,
    before: fileOf(name, 'before.Dockerfile'),
    after: fileOf(name, 'after.Dockerfile'),
    input: inputOf({ title, shows, topic, rules, ...input }),
  };
}

function fileOf(name: string, file: string): string {
  const path = `/content/examples/${name}/${file}`;
  const text = texts[path];
  if (text === undefined) throw new Error(`There is no ${path.slice(1)}.`);
  return text;
}
