/** A drawing of the site's, as a part of a view. */
import { h, type VNode } from 'preact';
import type { LoadLineValues } from '../../site/load-line.js';
import { type DrawnElement, loadLineElements } from '../../site/load-line-elements.js';

export function LoadLine({ values, isFlat }: { values: LoadLineValues; isFlat: boolean }) {
  return nodeOf(loadLineElements(values, { isFlat }));
}

function nodeOf({ tag, attributes, children }: DrawnElement): VNode {
  return h(tag, attributes, ...children.map((child) => (typeof child === 'string' ? child : nodeOf(child))));
}
