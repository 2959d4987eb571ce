/** The way to where a reader begins or goes on. */
import type { WayOn } from '../../exercises/way-on.js';

interface WayOnLinkProps {
  readonly way: WayOn | undefined;
  readonly link: { readonly title: string; readonly href: string } | undefined;
  /** It is what the page is for now. */
  readonly isStrong: boolean;
}

export function WayOnLink({ way, link, isStrong }: WayOnLinkProps) {
  if (!way || !link) return null;
  return (
    <p class="acts">
      <a class={isStrong ? 'btn act' : 'btn'} href={link.href}>
        {way.isFirst ? 'Begin with' : 'Go on with'}: {link.title}
      </a>
    </p>
  );
}
