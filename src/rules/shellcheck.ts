import { type Dockerfile, type ShellNote, type ShellScript, shellScriptsOf } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule, type Edit, type Variant } from './rule.js';

/** What ShellCheck says of the scripts; a caller that wants it asks ShellCheck first, see `src/shellcheck/`. */
export const shellcheck = defineRule({
  id: 'shellcheck',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  codes: /^SC\d{4}$/,
  variants: {} as Readonly<Record<string, Variant>>,
  summary: 'Write shell scripts that do what they look like.',

  *find({ dockerfile }) {
    const notes = dockerfile.input.shellNotes;
    if (!notes) return;
    for (const script of shellScriptsOf(dockerfile))
      for (const note of notes[script.key] ?? [])
        yield { variant: note.code, severity: note.severity, at: placeOf(note, script), note, script };
  },

  explain: ({ note, script }) => ({
    what: text`${note.message}`,
    why: text`ShellCheck says so of this script, read as ${code(script.dialect)}.`,
    todo: text`Its page on ${code(note.code)} tells when it matters, and what to write instead.`,
  }),

  *repair({ note, script }, { dockerfile }) {
    const edits = note.edits && editsIn(dockerfile, script, note.edits);
    if (edits) yield { title: 'Write it as ShellCheck proposes', safety: 'suggested', edits };
  },
});

function placeOf({ start, end }: ShellNote, { at }: ShellScript): { start: number; end: number } {
  const first = Math.min(at.start + start, at.end - 1);
  return { start: first, end: Math.max(Math.min(at.start + end, at.end), first + 1) };
}

/** Undefined where an edit would take a line break of the file with it that the shell does not see. */
function editsIn(
  { text: file }: Dockerfile,
  { at, text: read }: ShellScript,
  edits: NonNullable<ShellNote['edits']>,
): readonly Edit[] | undefined {
  const isSeen = edits.every(
    ({ start, end }) => file.slice(at.start + start, at.start + end) === read.slice(start, end),
  );
  if (!isSeen) return undefined;
  return edits.map((edit) => ({ start: at.start + edit.start, end: at.start + edit.end, text: edit.text }));
}
