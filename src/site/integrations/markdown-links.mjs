import { withBase } from '../base-path.mjs';

/** Attributes that hold an address, for Markdown's own elements. */
const addresses = { a: 'href', img: 'src' };

/**
 * A step of the Markdown pipeline that puts the base path in front of addresses written from the site's root.
 * @param {string} base
 */
export function markdownLinks(base) {
  return {
    name: 'plimsoll-markdown-links',
    element: {
      filter: Object.keys(addresses),
      /**
       * @param {any} node
       * @param {any} context
       */
      visit(node, context) {
        const attribute = addresses[/** @type {keyof typeof addresses} */ (node.tagName)];
        const address = node.properties?.[attribute];
        if (typeof address === 'string') context.setProperty(node, attribute, withBase(base, address));
      },
    },
  };
}

/**
 * Adds that step to the processor which Astro uses. It must stand before Starlight in the list of integrations:
 * the link checker that comes with Starlight looks at addresses as they are served.
 * @returns {import('astro').AstroIntegration}
 */
export function markdownLinksIntegration() {
  return {
    name: 'plimsoll-markdown-links',
    hooks: {
      'astro:config:setup': ({ config }) => {
        /** @type {any} */
        const processor = config.markdown.processor;
        if (!Array.isArray(processor?.options?.hastPlugins))
          throw new Error('The Markdown processor takes no hast plugins.');
        processor.options.hastPlugins.push(markdownLinks(config.base));
      },
    },
  };
}
