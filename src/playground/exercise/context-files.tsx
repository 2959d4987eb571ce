/** The build context of an exercise that came by link, as the site draws that of its own. */
import type { ContextFile } from '../../model/build-input.js';
import { bytesText } from '../../rules/sizes.js';

export function ContextFiles({ files }: { files: readonly ContextFile[] }) {
  return (
    <>
      {files.map(({ path, bytes }) => (
        <li>
          <code>{path}</code>
          <span class="num">{bytesText(bytes)}</span>
        </li>
      ))}
    </>
  );
}
