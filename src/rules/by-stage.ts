import { lineage, type Stage } from '../model/index.js';

/**
 * What holds at the end of a stage, from what holds at the end of the stage that it is built FROM. Each stage is worked
 * out once, so that a long chain of stages is read once and not again for each of its members.
 */
export class ByStage<Value, Source = void> {
  private readonly known = new WeakMap<Stage, { readonly value: Value }>();

  constructor(private readonly work: (stage: Stage, below: Value | undefined, source: Source) => Value) {}

  at(stage: Stage, source: Source): Value {
    const open: Stage[] = [];
    for (const member of lineage(stage)) {
      if (this.known.has(member)) break;
      open.push(member);
    }
    for (const member of open.reverse()) {
      const below = member.parent && this.known.get(member.parent)?.value;
      this.known.set(member, { value: this.work(member, below, source) });
    }
    return this.known.get(stage)?.value as Value;
  }
}
