/** A text of an exercise: paragraphs, with code between backticks. */
import { readText } from '../../model/text.js';
import { MessageText } from '../parts.js';

export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => (
          <p>
            <MessageText parts={readText(paragraph.replace(/\n/g, ' '))} />
          </p>
        ))}
    </>
  );
}
