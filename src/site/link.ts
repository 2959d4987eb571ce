import { withBase } from './base-path.mjs';

/** The address of a page of this site, given from its root: `link('/playground/')`. */
export function link(address: `/${string}`): string {
  return withBase(import.meta.env.BASE_URL, address);
}

/** The page of a rule, or of one place in it. */
export function ruleLink(id: string): string {
  return link(`/rules/${id}/`);
}
