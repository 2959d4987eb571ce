/** Each instruction in plain words: what it does, and what follows for the image, the build cache and the container. */
import type { Explanation, InstructionExplanation, StageExplanation } from '../../explain/explanation.js';
import type { Text } from '../../model/text.js';
import { MessageText, SeverityShape } from '../parts.js';
import type { Playground } from '../store.js';
import { useAnswer } from '../use-answer.js';
import type { PanelProps } from './image-panel.js';
import { InstructionText } from './instruction-text.js';
import { BrokenNote } from './nothing.js';
import { PlaceList, PlaceRow } from './place-list.js';

export function ExplainPanel({ playground, onGo }: PanelProps) {
  const explanation = useExplanation(playground);
  if (playground.isEmpty.value)
    return <p class="nothing">Paste a Dockerfile: what each instruction does shows here.</p>;
  if (!explanation) return <p class="nothing">The explanation follows in a moment.</p>;
  const { stages, hidden } = explanation;
  if (stages.length === 0) return <p class="nothing">There is no instruction here yet.</p>;
  return (
    <>
      <BrokenNote playground={playground} />
      <PlaceList places={playground.places} onGo={onGo} first={stages[0]?.instructions[0]?.line}>
        {stages.map((stage) => (
          <Stage {...stage} />
        ))}
      </PlaceList>
      {hidden > 0 && <p class="nothing">{hidden} more instructions are not drawn.</p>}
    </>
  );
}

function Stage({ title, purpose, isBuilt, instructions }: StageExplanation) {
  return (
    <section class="stage explain-stage" aria-label={title} data-built={isBuilt ? '' : undefined}>
      <h2>{title}</h2>
      <p class="explain-purpose">
        <MessageText parts={purpose} />
      </p>
      <ol>
        {instructions.map((instruction) => (
          <Item {...instruction} />
        ))}
      </ol>
    </section>
  );
}

function Item({ line, text, does, refused, image, cache, container }: InstructionExplanation) {
  return (
    <li class="explain-item">
      <PlaceRow line={line}>
        <span class="place-line">
          <span class="sr-only">Line </span>
          {line}
        </span>
        <InstructionText text={text} />
      </PlaceRow>
      <div class="explain-words">
        <Sentences parts={does} />
        {refused && (
          <p class="explain-refused">
            <SeverityShape severity="error" />
            <span>
              <MessageText parts={refused} />
            </span>
          </p>
        )}
        {(image || cache || container) && (
          <dl class="explain-facts">
            <Fact name="Image" parts={image} />
            <Fact name="Cache" parts={cache} />
            <Fact name="Container" parts={container} />
          </dl>
        )}
      </div>
    </li>
  );
}

/** Several are the commands of one RUN, or what one COPY brings: a list. */
function Sentences({ parts }: { parts: readonly Text[] }) {
  if (parts.length === 1)
    return (
      <p>
        <MessageText parts={parts[0] ?? []} />
      </p>
    );
  return (
    <ul class="explain-does">
      {parts.map((sentence) => (
        <li>
          <MessageText parts={sentence} />
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, parts }: { name: string; parts: Text | undefined }) {
  if (!parts) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <MessageText parts={parts} />
      </dd>
    </div>
  );
}

/** Asked for anew with each prediction; the older one stays in sight until the answer is there. */
function useExplanation(playground: Playground): Explanation | undefined {
  return useAnswer(
    () => playground.prediction.value,
    () => playground.ask.explain(),
  ).value;
}
