/** Pages that are not documents, and the file that draws each. */
export const pages = {
  '/guides/': 'src/site/pages/guides.astro',
  '/rules/': 'src/site/pages/rules.astro',
  '/examples/': 'src/site/pages/examples.astro',
  '/playground/': 'src/site/pages/playground.astro',
  '/embed/': 'src/site/pages/embed.astro',
  '/team/': 'src/site/pages/team.astro',
  '/team/guide/': 'src/site/pages/team-guide.astro',
  '/exercises/sheet/': 'src/site/pages/exercise-sheet.astro',
  '/exercises/make/': 'src/site/pages/make-exercise.astro',
  '/exercises/progress/': 'src/site/pages/exercise-progress.astro',
  '/exercises.json': 'src/site/pages/exercises.json.ts',
  '/exercises/': 'src/site/pages/exercises.astro',
  '/exercises/own/': 'src/site/pages/own-exercise.astro',
  '/exercises/[id]/': 'src/site/pages/exercise.astro',
};

/**
 * Serves those pages.
 * @returns {import('astro').AstroIntegration}
 */
export function pagesIntegration() {
  return {
    name: 'plimsoll-pages',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        for (const [pattern, file] of Object.entries(pages))
          injectRoute({ pattern, entrypoint: new URL(file, config.root), prerender: true });
      },
    },
  };
}
