/**
 * One content security policy for the whole site, written into every page after the build.
 * Astro's own `security.csp` also hashes styles, and a hash switches `'unsafe-inline'` off, which the editor and
 * the code blocks need for their style attributes.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The policy for a page with these inline scripts. `'wasm-unsafe-eval'` is for Pagefind's index.
 * @param {readonly string[]} inlineScripts
 */
export function contentSecurityPolicy(inlineScripts) {
  const hashes = inlineScripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...new Set(hashes)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

/**
 * The text of each script that is part of a page. Data blocks (`type="application/json"`) do not run.
 * @param {string} html
 */
export function findInlineScripts(html) {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  return scripts
    .filter(([, attributes]) => !/\bsrc=/.test(attributes) && !/\btype="application\//.test(attributes))
    .map(([, , text]) => text);
}

/**
 * The page with its policy, which must stand before everything that it governs.
 * @param {string} html
 */
export function withContentSecurityPolicy(html) {
  const policy = contentSecurityPolicy(findInlineScripts(html));
  return html.replace(
    /<meta charset="utf-8"\s*\/?>/i,
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}

/** @returns {import('astro').AstroIntegration} */
export function contentSecurityPolicyIntegration() {
  return {
    name: 'plimsoll-content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of await readdir(root, { recursive: true }))
          if (file.endsWith('.html')) await addPolicy(join(root, file));
      },
    },
  };
}

/** @param {string} file */
async function addPolicy(file) {
  const html = await readFile(file, 'utf8');
  const guarded = withContentSecurityPolicy(html);
  if (guarded === html) throw new Error(`${file} has no <meta charset>, so its content security policy has no place.`);
  await writeFile(file, guarded);
}
