/** What a page gets before it is drawn: rule pages their description, the sidebar the topics of the rules. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { rules } from '../rules/index.js';
import { TOPICS, type Topic, variantNames } from '../rules/rule.js';
import { link } from './link.js';
import { ruleOfPage, topicTitles, variantsTitle } from './rules.js';

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { entry, head, sidebar, pagination, toc } = locals.starlightRoute;
  const rule = ruleOfPage(entry.id);
  if (rule) describe(head, rule.summary);
  if (rule && variantNames(rule).length > 0) toc?.items.push({ ...variantsTitle, depth: 2, children: [] });
  leaveSectionOut(pagination, entry.id);
  const group = sidebar.find((item) => item.type === 'group' && item.label === 'Rules');
  if (group?.type === 'group') group.entries.push(...topicsInUse().map(topicLink));
});

function describe(head: StarlightRouteData['head'], description: string): void {
  for (const { attrs } of head)
    if (attrs?.['name'] === 'description' || attrs?.['property'] === 'og:description') attrs['content'] = description;
}

/** Previous and next lead through the guides and through the reference, and not from one into the other. */
function leaveSectionOut(pagination: StarlightRouteData['pagination'], entryId: string): void {
  const section = link(`/${entryId.split('/')[0]}/`);
  const isNear = (page: { href: string } | undefined) => entryId.includes('/') && page?.href.startsWith(section);
  if (!isNear(pagination.prev)) pagination.prev = undefined;
  if (!isNear(pagination.next)) pagination.next = undefined;
}

function topicsInUse(): Topic[] {
  return TOPICS.filter((topic) => rules.some((rule) => rule.topic === topic));
}

function topicLink(topic: Topic): StarlightRouteData['sidebar'][number] {
  return {
    type: 'link',
    label: topicTitles[topic],
    href: link(`/rules/?topic=${topic}`),
    isCurrent: false,
    badge: undefined,
    attrs: {},
  };
}
