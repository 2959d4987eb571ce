/** The Dockerfiles of the examples menu, each fetched when it is chosen. */
const texts = import.meta.glob<string>('/content/examples/*/before.Dockerfile', { query: '?raw', import: 'default' });

export async function exampleText(name: string): Promise<string | undefined> {
  return texts[`/content/examples/${name}/before.Dockerfile`]?.();
}
