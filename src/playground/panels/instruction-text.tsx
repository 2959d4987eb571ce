/** An instruction on one line, in the voices of the site's code. */
import { cutLine } from '../../site/code.js';
import { highlightLines } from '../highlight.js';

export function InstructionText({ text }: { text: string }) {
  const [tokens = []] = highlightLines([text]);
  return (
    <code>
      {cutLine(text, tokens, []).map(({ text: piece, classes }) =>
        classes.length > 0 ? <span class={classes.join(' ')}>{piece}</span> : piece,
      )}
    </code>
  );
}
