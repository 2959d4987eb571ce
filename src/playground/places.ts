/** From a view to an instruction in the editor, and from the cursor back to the instruction in which it is. */
import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import { Lines } from '../model/span.js';
import type { Editor } from './editor.js';
import { InstructionLines } from './instruction-lines.js';

export class Places {
  /** The first line of the instruction in which the cursor is; undefined between two. */
  readonly current: ReadonlySignal<number | undefined>;
  private readonly instructions: ReadonlySignal<InstructionLines>;

  constructor(
    text: ReadonlySignal<string>,
    private readonly cursor: Signal<number>,
    private readonly editor: () => Editor | undefined,
  ) {
    const lines = computed(() => new Lines(text.value));
    this.instructions = computed(() => new InstructionLines(text.value));
    this.current = computed(() => this.instructions.value.firstOf(lines.value.lineAt(cursor.value)));
  }

  /** The instruction that begins at a line, on one line. */
  textOf(line: number): string {
    return this.instructions.value.textOf(line);
  }

  /** Points at the instruction that begins at a line, and leaves the cursor where it is; undefined points at nothing. */
  point(line: number | undefined): void {
    this.editor()?.point(line === undefined ? undefined : this.instructions.peek().spanOf(line));
  }

  /** Moves the cursor to the instruction that begins at a line. */
  goTo(line: number): void {
    const place = this.instructions.peek().spanOf(line);
    this.editor()?.select(place, { focus: true });
    this.cursor.value = place.start;
  }
}
