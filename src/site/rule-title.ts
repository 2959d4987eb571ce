import type { Loader } from 'astro/loaders';

/** A loader whose rule pages need no front matter: the title of `rules/<id>` is the id. */
export function titledByRule(loader: Loader): Loader {
  return {
    ...loader,
    load: (context) =>
      loader.load({
        ...context,
        parseData: (props) => context.parseData({ ...props, data: { ...titleFromId(props.id), ...props.data } }),
      }),
  };
}

function titleFromId(entryId: string): { title?: string } {
  const id = /^rules\/([^/]+)$/.exec(entryId)?.[1];
  return id === undefined ? {} : { title: id };
}
