import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import linksValidator from 'starlight-links-validator';
import project from './package.json' with { type: 'json' };
import { withBase } from './src/site/base-path.mjs';
import { contentSecurityPolicyIntegration } from './src/site/integrations/content-security-policy.mjs';
import { markdownLinksIntegration } from './src/site/integrations/markdown-links.mjs';
import { pages, pagesIntegration } from './src/site/integrations/pages.mjs';
import { serviceWorkerIntegration } from './src/site/integrations/service-worker.mjs';
import { codeTheme } from './src/site/styles/code-theme.mjs';

const base = process.env.BASE || '/';

/** @param {string} name */
const override = (name) => `./src/site/overrides/${name}.astro`;

export default defineConfig({
  // A placeholder: without a site there is no sitemap. Canonical addresses follow SITE.
  site: process.env.SITE || 'https://plimsoll.example',
  base,
  srcDir: '.',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // The service worker fetches every page while the first one is idle.
  prefetch: false,
  // Modules, so that what a worker fetches later is a file of its own.
  vite: { worker: { format: 'es' } },
  integrations: [
    markdownLinksIntegration(),
    pagesIntegration(),
    starlight({
      title: 'Plimsoll',
      description: project.description,
      favicon: '/favicon.svg',
      credits: false,
      ...(project.repository && { editLink: { baseUrl: `${project.repository}/edit/main/` } }),
      customCss: ['./src/site/styles/faces.css', './src/site/styles/tokens.css', './src/site/styles/starlight.css'],
      components: Object.fromEntries(
        [
          'Footer',
          'Header',
          'Hero',
          'MarkdownContent',
          'MobileMenuFooter',
          'MobileMenuToggle',
          'PageTitle',
          'ThemeProvider',
        ].map((name) => [name, override(name)]),
      ),
      expressiveCode: {
        themes: [codeTheme('dark'), codeTheme('light')],
        defaultProps: { overridesByLang: { 'bash,console,sh,shell,shellsession': { frame: 'none' } } },
        styleOverrides: {
          borderRadius: 'var(--radius-2)',
          borderWidth: '0px',
          codeBackground: 'var(--surface)',
          codeFontFamily: 'var(--font-mono)',
          codeFontSize: 'var(--text-sm)',
          codeLineHeight: 'var(--leading-code)',
          frames: {
            frameBoxShadowCssValue: 'none',
            editorTabBarBackground: 'transparent',
            editorTabBarBorderBottomColor: 'transparent',
            editorActiveTabBackground: 'var(--surface)',
            editorActiveTabIndicatorTopColor: 'transparent',
            editorActiveTabIndicatorBottomColor: 'transparent',
            editorBackground: 'var(--surface)',
            terminalBackground: 'var(--surface)',
            terminalTitlebarBackground: 'var(--surface)',
            terminalTitlebarBorderBottomColor: 'var(--line)',
          },
          textMarkers: {
            markBackground: 'var(--accent-soft)',
            insBackground: 'var(--added-bg)',
            delBackground: 'var(--removed-bg)',
          },
        },
      },
      routeMiddleware: './src/site/route.ts',
      sidebar: [
        {
          label: 'Start',
          items: [
            { label: 'What Plimsoll does', link: '/' },
            { label: 'Playground', link: '/playground/' },
            { label: 'Examples', link: '/examples/' },
            { label: 'Exercises', link: '/exercises/' },
          ],
        },
        { label: 'Guides', items: [{ autogenerate: { directory: 'guides' } }] },
        { label: 'Rules', items: [{ label: 'All rules', link: '/rules/' }] },
        { label: 'Reference', items: [{ autogenerate: { directory: 'reference' } }] },
      ],
      plugins: [
        linksValidator({ exclude: Object.keys(pages).map((page) => withBase(base, page).replace('[id]', '*')) }),
      ],
    }),
    contentSecurityPolicyIntegration(),
    serviceWorkerIntegration(),
  ],
});
