/** An exercise as the files of a folder of content/exercises: what `exercise-folder.ts` reads. */
import type { Answer, Exercise } from './exercise.js';
import type { ExerciseFiles } from './exercise-folder.js';

/** The folder's files. `stringify` writes YAML. */
export function filesOf(exercise: Exercise, stringify: (value: unknown) => string): ExerciseFiles {
  const { id: _, brief, goal, start, solution, alternatives, build, ...rest } = exercise;
  const named = alternatives.map((one, index) => ({ ...one, file: `alternative-${index + 1}` }));
  const written = {
    ...rest,
    goal,
    ...build,
    ...(solution && { solution: solution.why }),
    ...(named.length > 0 && { alternatives: named.map(({ title, file, why }) => ({ title, file, why })) }),
  };
  return {
    'exercise.yaml': stringify(withoutEmpty(written)),
    'brief.mdx': `${asMdx(brief ?? goal)}\n`,
    ...answerFiles('start', start),
    ...(solution && answerFiles('solution', solution.answer)),
    ...Object.assign({}, ...named.map(({ file, answer }) => answerFiles(file, answer))),
  };
}

function withoutEmpty(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const filled = Object.entries(value).filter(
    ([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0),
  );
  return Object.fromEntries(filled);
}

function answerFiles(name: string, { text, dockerignore }: Answer): ExerciseFiles {
  return {
    [`${name}.Dockerfile`]: text,
    ...(dockerignore !== undefined && { [`${name}.dockerignore`]: dockerignore }),
  };
}

/** Outside of code, what MDX would take for markup stands as itself. */
function asMdx(brief: string): string {
  const escaped = (part: string) => part.replace(/[{}<>*_[\]#\\]/g, '\\$&');
  return brief
    .trim()
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : escaped(part)))
    .join('');
}
