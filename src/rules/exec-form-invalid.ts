import { isExecFormAttempt } from '../image/process/exec-form-attempt.js';
import { contains, type Dockerfile, type InstructionOf, type Span, type Word } from '../model/index.js';
import { replace } from './edits.js';
import { execForm } from './exec-form.js';
import { readLooseArray } from './loose-array.js';
import { code, type Text, text } from './message.js';
import { defineRule } from './rule.js';

type WithCommand = InstructionOf<'RUN' | 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK'>;
type WithPaths = InstructionOf<'COPY' | 'ADD' | 'VOLUME'>;

export const execFormInvalid = defineRule({
  id: 'exec-form-invalid',
  topic: 'correctness',
  stages: 'all',
  onbuild: true,
  severity: 'error',
  aliases: ['S7030'],
  summary: 'Write the exec form as JSON.',

  *find({ instructions, dockerfile }) {
    for (const instruction of instructions('RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'COPY', 'ADD', 'VOLUME')) {
      if (instruction.trailingCommentAt || instruction.heredocs.length > 0) continue;
      const at = attemptIn(instruction, dockerfile.text);
      if (!at || isRefused(at, dockerfile)) continue;
      yield { at, instruction, written: dockerfile.text.slice(at.start, at.end) };
    }
  },

  explain: ({ instruction, written }) => ({
    what: text`${code(written)} looks like a JSON array and is not one: ${defectOf(written)}.`,
    why: 'sources' in instruction || 'paths' in instruction ? effectOnPaths(instruction) : effectOnCommand(instruction),
    todo: text`Write double quotes around each element and a comma between two, and nothing behind the bracket.`,
  }),

  *repair({ at, written }) {
    const elements = readLooseArray(written);
    if (elements) yield { title: 'Write it as JSON', safety: 'suggested', edits: [replace(at, execForm(elements))] };
  },
});

/** The place of an array that is none, if the instruction has one. */
function attemptIn(instruction: WithCommand | WithPaths, source: string): Span | undefined {
  if (instruction.keyword === 'VOLUME') return pathsAttempt(instruction.argumentsAt, instruction.paths);
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    const at = pathsAttempt(instruction.argumentsAt, instruction.sources);
    return at && /["'“”‘’]/.test(source.slice(at.start, at.end)) ? at : undefined;
  }
  const { command, keyword } = instruction;
  return command && isExecFormAttempt(command, keyword, source) ? command.at : undefined;
}

/** The elements of a real array have no brackets any more. */
function pathsAttempt(at: Span, [first]: readonly Word[]): Span | undefined {
  return first?.raw.startsWith('[') && first.at.start === at.start ? at : undefined;
}

/** JSON, but not of strings: `build-error` speaks. */
function isRefused(at: Span, { problems }: Dockerfile): boolean {
  return problems.some((problem) => problem.variant === 'syntax' && contains(at, problem.at));
}

function defectOf(written: string): string {
  if (/[“”‘’]/.test(written)) return 'its quotes are typographic ones';
  if (/'/.test(written) && !/"/.test(written)) return 'JSON has no single quotes';
  if (!/["']/.test(written)) return 'its elements have no quotes';
  if (/,\s*\]$/.test(written)) return 'a comma stands in front of the bracket';
  if (!/\]/.test(written)) return 'it has no closing bracket';
  if (!/\]$/.test(written)) return 'something stands behind the bracket';
  if (/\\[^"\\/bfnrtu\s]/.test(written)) return 'a backslash in it must be written twice';
  return 'a quote or a comma is missing';
}

function effectOnCommand({ keyword, command }: WithCommand): Text {
  const program = command?.script?.commands[0]?.program;
  const looksFor =
    program === undefined ? 'which finds no such program' : text`which looks for a program called ${code(program)}`;
  if (keyword === 'RUN') return text`So the step hands the text to a shell, ${looksFor}.`;
  if (keyword === 'HEALTHCHECK') return text`So each check hands the text to a shell, ${looksFor}.`;
  return text`The build succeeds, and the container hands the text to a shell, ${looksFor}.`;
}

function effectOnPaths(instruction: WithPaths): Text {
  if (instruction.keyword !== 'VOLUME')
    return text`So its pieces are taken for paths, brackets and all, and the build fails.`;
  const [first] = instruction.paths;
  return text`The build succeeds, and its pieces become volumes, brackets and all: ${code(first?.text ?? '[')} is one.`;
}
