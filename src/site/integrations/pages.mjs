/** Pages that are not documents, and the file that draws each. */
export const pages = {
  '/guides/': 'src/site/pages/guides.astro',
  '/rules/': 'src/site/pages/rules.astro',
  '/examples/': 'src/site/pages/examples.astro',
  '/playground/': 'src/site/pages/playground.astro',
  '/embed/': 'src/site/pages/embed.astro',
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
