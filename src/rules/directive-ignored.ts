import { type Comment, type Dockerfile, parseImageName, suggest } from '../model/index.js';
import { insertAt, lineBreakOf, replace } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

export const directiveIgnored = defineRule({
  id: 'directive-ignored',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  variants: { misplaced: {}, typo: {}, empty: {} },
  summary: 'Write directives at the very top, with name and value.',

  *find({ dockerfile }) {
    const first = dockerfile.instructions[0]?.at.start ?? dockerfile.text.length;
    const forInstructions = new Set(dockerfile.instructions.flatMap(({ commentsAbove }) => commentsAbove));
    for (const comment of dockerfile.comments) {
      const [, key = '', value = ''] = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(comment.text) ?? [];
      const name = NAMES.find((one) => one === key.toLowerCase());
      const isAbove = comment.at.start < first;
      if (name === undefined) {
        const meant = isAbove && key !== '' ? suggest(key, NAMES) : undefined;
        if (meant && isValueOf(meant, value)) yield { variant: 'typo', at: comment.at, comment, key, name: meant };
      } else if (value === '') {
        if (isAbove) yield { variant: 'empty', at: comment.at, comment, key, name };
      } else if (isValueOf(name, value) && !(name === 'check' && forInstructions.has(comment)))
        yield { variant: 'misplaced', at: comment.at, comment, key, name };
    }
  },

  explain({ variant, comment, key, name }) {
    const why = text`The builder takes it for a comment and says nothing: ${EFFECTS[name] ?? ''}.`;
    if (variant === 'typo')
      return { what: text`There is no directive ${code(key)}.`, why, todo: text`Write ${code(name)}.` };
    if (variant === 'empty')
      return { what: text`This directive has no value.`, why, todo: text`Give it one, or remove the line.` };
    return {
      what: text`${code(`# ${comment.text}`)} has no effect here.`,
      why: text`Directives end at the first line that is none, be it blank, a comment or an instruction: ${EFFECTS[name] ?? ''}.`,
      todo: text`Move it to the top of the file.`,
    };
  },

  *repair({ variant, comment, key, name }, { dockerfile }) {
    if (variant === 'typo') {
      const start = comment.at.start + dockerfile.text.slice(comment.at.start, comment.at.end).indexOf(key);
      const edits = [replace({ start, end: start + key.length }, name)];
      if (name !== 'escape') yield { title: `Write ${name}`, safety: 'suggested', edits };
    }
    // Another escape character changes how every line is read.
    const isSecond = dockerfile.directives.some((directive) => directive.name === name);
    if (variant === 'misplaced' && name !== 'escape' && !isSecond)
      yield { title: 'Move it to the top', safety: 'suggested', edits: moveToTop(dockerfile, comment) };
  },
});

const NAMES = ['syntax', 'escape', 'check'];

const EFFECTS: Readonly<Record<string, string>> = {
  syntax: 'the file is read by the version that the builder brings',
  escape: 'the escape character stays the backslash',
  check: 'the checks stay as they are',
};

/** Prose has an equals sign now and then. */
function isValueOf(name: string, value: string): boolean {
  if (name === 'escape') return value === '\\' || value === '`';
  if (name === 'check') return /^(?:skip|error|experimental)=\S/.test(value);
  return /[:/]/.test(value) && typeof parseImageName(value) !== 'string';
}

function moveToTop({ text: source, directives }: Dockerfile, { at }: Comment) {
  const lineStart = source.lastIndexOf('\n', at.start - 1) + 1;
  const lineEnd = source.indexOf('\n', at.end);
  const last = directives.at(-1);
  const top = last ? source.indexOf('\n', last.at.end) + 1 : source.startsWith('\uFEFF') ? 1 : 0;
  return [
    insertAt(top, `${source.slice(at.start, at.end)}${lineBreakOf(source)}`),
    { start: lineStart, end: lineEnd === -1 ? source.length : lineEnd + 1, text: '' },
  ];
}
