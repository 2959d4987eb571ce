/**
 * An address below the site's base path: `withBase('/x', '/rules/')` is `/x/rules/`.
 * Addresses of other sites, fragments and relative ones stay as they are.
 * @param {string} base
 * @param {string} address
 * @returns {string}
 */
export function withBase(base, address) {
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  return base.replace(/\/$/, '') + address;
}
