/** An exercise at work: the answer in the editor, how it is graded, and what is kept of it. */
import { batch, computed, signal } from '@preact/signals';
import { type Configuration, DEFAULT_CONFIGURATION } from '../../config/configuration.js';
import { type Answer, type Exercise, inputOf } from '../../exercises/exercise.js';
import {
  NO_PROGRESS,
  type Progress,
  withAnswer,
  withHints,
  withoutAnswer,
  withSolutionSeen,
  withTry,
} from '../../exercises/progress.js';
import type { Grade } from '../../grading/index.js';
import { shownDockerfile, type Workspace, workspaceOf } from '../../share/workspace.js';
import { Latest } from '../latest.js';
import { gradeInWorker } from '../linter.js';
import { Playground } from '../store.js';
import type { ProgressStore } from './progress-store.js';

/** An answer that rests so long, in milliseconds, counts as a try. */
const REST = 2500;

export class ExerciseSession {
  readonly playground = new Playground((workspace) => this.changed(workspace));
  readonly progress = signal<Progress>(NO_PROGRESS);
  readonly grade = signal<Grade | undefined>(undefined);
  /** The answer that the grade is about. */
  readonly gradedAnswer = signal<Answer | undefined>(undefined);
  /** False: this browser stores nothing. */
  readonly isKept = signal(true);
  readonly answer = computed((): Answer => answerIn(this.playground.workspace.value));
  readonly isSolved = computed(() => this.progress.value.solved !== undefined);
  /** The solution is for those who have tried. */
  readonly maySeeSolution = computed(() => this.isSolved.value || this.progress.value.tries > 0);
  private readonly grading = new Latest<Answer, Grade>(
    (answer) => gradeInWorker(this.exercise, answer).catch(() => undefined),
    (grade, answer) => this.graded(grade, answer),
  );
  private resting: ReturnType<typeof setTimeout> | undefined;
  private tried: Answer | undefined;

  constructor(
    readonly exercise: Exercise,
    private readonly store: ProgressStore,
    private readonly configuration: Configuration = DEFAULT_CONFIGURATION,
  ) {}

  /** Shows what the reader has left, or what the exercise begins with. `typed`: before the script was there. */
  start(typed: string | undefined): void {
    this.progress.value = this.store.read(this.exercise.id);
    const answer = this.progress.value.answer ?? this.exercise.start;
    if (typed === undefined) this.show(answer);
    else this.take({ ...answer, text: typed });
  }

  /** Back to the start; what stood in the editor is given back, for an undo. */
  reset(): Answer {
    const before = this.answer.value;
    this.note(withoutAnswer(this.progress.value, now()));
    this.show(this.exercise.start);
    return before;
  }

  /** Puts an answer into the editor. */
  take(answer: Answer): void {
    this.note(withAnswer(this.progress.value, answer, now()));
    this.show(answer);
  }

  /** The text of the `.dockerignore`. */
  changeIgnoreFile(dockerignore: string): void {
    const { workspace } = this.playground;
    this.playground.change({ ...workspace.value, build: { ...workspace.value.build, dockerignore } });
  }

  openedHints(count: number): void {
    this.note(withHints(this.progress.value, count, now()));
  }

  sawSolution(): void {
    this.note(withSolutionSeen(this.progress.value, now()));
  }

  /** Counts what rests in the editor as a try now: the page is left. */
  flush(): void {
    clearTimeout(this.resting);
    this.count();
  }

  /** Another tab has changed the storage. */
  storageChanged(): void {
    const stored = this.store.read(this.exercise.id);
    if (stored.solved && !this.isSolved.value) this.progress.value = { ...this.progress.value, solved: stored.solved };
  }

  private show(answer: Answer): void {
    const { text, path: _, today: __, ...build } = inputOf(this.exercise, answer);
    this.playground.open({ ...workspaceOf(text, this.configuration), build });
    this.grading.ask(answer);
  }

  private changed(workspace: Workspace): void {
    const answer = answerIn(workspace);
    this.note(withAnswer(this.progress.value, answer, now()));
    this.grading.ask(answer);
  }

  private graded(grade: Grade, answer: Answer): void {
    batch(() => {
      this.grade.value = grade;
      this.gradedAnswer.value = answer;
    });
    clearTimeout(this.resting);
    if (grade.isSolved) this.count();
    else this.resting = setTimeout(() => this.count(), REST);
  }

  /** What the exercise begins with is no try, and neither is the same answer again. */
  private count(): void {
    const [answer, grade] = [this.gradedAnswer.value, this.grade.value];
    if (!answer || !grade || isSame(answer, this.exercise.start) || (this.tried && isSame(answer, this.tried))) return;
    this.tried = answer;
    this.note(withTry(this.progress.value, answer, grade, now()));
  }

  private note(progress: Progress): void {
    if (progress === this.progress.value) return;
    this.progress.value = progress;
    this.isKept.value = this.store.write(this.exercise.id, progress);
  }
}

function answerIn(workspace: Workspace): Answer {
  const { dockerignore } = workspace.build;
  return { text: shownDockerfile(workspace).text, ...(dockerignore !== undefined && { dockerignore }) };
}

function isSame(one: Answer, other: Answer): boolean {
  return one.text === other.text && (one.dockerignore ?? '') === (other.dockerignore ?? '');
}

function now(): string {
  return new Date().toISOString();
}
