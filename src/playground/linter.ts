/** The page's end of the lint worker. Only the newest request counts: what became stale is never computed, or dropped. */
import { type Remote, wrap } from 'comlink';
import { type Configuration, DEFAULT_CONFIGURATION } from '../config/configuration.js';
import type { IgnoreScope } from '../engine/ignore-edit.js';
import type { Price } from '../engine/prices.js';
import type { Answer, Exercise, Gradable } from '../exercises/exercise.js';
import type { Trial } from '../exercises/trial.js';
import type { Explanation } from '../explain/explanation.js';
import type { Grade } from '../grading/index.js';
import type { KindView } from '../grading/kind-view.js';
import type { Change, ProcessOptions, ProcessPrediction } from '../image/index.js';
import type { BuildInput } from '../model/build-input.js';
import type { ShellScript } from '../model/shell/shell-script.js';
import type { Edit } from '../rules/rule.js';
import type { LanguageAnswers, LanguageQuestion } from './language.js';
import type {
  FindingName,
  FixedText,
  FixSet,
  LintAnswer,
  LintWorker,
  PredictionAnswer,
  ReportFormat,
  RuleView,
  StepView,
} from './protocol.js';

export interface LintRequest {
  readonly input: BuildInput;
  readonly configuration: Configuration;
}

/** One worker for the page, started when the first editor asks for it. */
let shared: { readonly worker: Worker; readonly remote: Remote<LintWorker> } | undefined;

function pageWorker() {
  if (!shared) {
    const worker = new Worker(new URL('./lint.worker.ts', import.meta.url), { type: 'module' });
    shared = { worker, remote: wrap<LintWorker>(worker) };
  }
  return shared;
}

/** What the language service says of a text; undefined where the worker broke, which a check then tells. */
export async function askLanguage<Ask extends keyof LanguageAnswers>(
  input: BuildInput,
  question: LanguageQuestion<Ask>,
): Promise<LanguageAnswers[Ask] | undefined> {
  const answer = pageWorker().remote.language(input, question) as Promise<LanguageAnswers[Ask]>;
  return answer.catch(() => undefined);
}

/** Whether an answer solves an exercise. Rejects where the worker broke. */
export function gradeInWorker(exercise: Gradable, answer: Answer): Promise<Grade> {
  return pageWorker().remote.grade(exercise, answer);
}

/** An exercise in the making, tried; undefined where the worker broke. */
export function tryInWorker(exercise: Exercise): Promise<Trial | undefined> {
  return pageWorker()
    .remote.tryExercise(exercise)
    .catch(() => undefined);
}

/** The kinds of conditions; none where the worker broke. */
export function conditionKindsOfWorker(): Promise<readonly KindView[]> {
  return pageWorker()
    .remote.conditionKinds()
    .catch(() => []);
}

/** The prediction of an input, whatever stands in an editor; undefined where the worker broke. */
export async function predictionOf(input: BuildInput): Promise<PredictionAnswer | undefined> {
  return pageWorker()
    .remote.predict(input, DEFAULT_CONFIGURATION)
    .catch(() => undefined);
}

/** How many steps run after an edit of a file of the context; undefined where the worker broke. */
export async function rebuiltStepsOf(input: BuildInput, path: string): Promise<number | undefined> {
  const steps = await pageWorker()
    .remote.rebuild(input, { kind: 'file', path })
    .catch(() => undefined);
  return steps?.filter(({ step }) => step === 'run').length;
}

export class Linter {
  private readonly worker: Remote<LintWorker>;
  private waiting: LintRequest | undefined;
  private isBusy = false;

  /** `onAnswer` gets the request it answers; `onFailure` says that the worker broke. */
  constructor(
    private readonly onAnswer: (request: LintRequest, answer: LintAnswer) => void,
    private readonly onFailure: (error: unknown) => void,
  ) {
    const { worker, remote } = pageWorker();
    worker.addEventListener('error', (event) => onFailure(event.message));
    this.worker = remote;
  }

  /** Asks for a check. While one is running, the newest request waits and takes the place of an older one. */
  request(request: LintRequest): void {
    this.waiting = request;
    if (!this.isBusy) void this.run();
  }

  /** The scripts in the file; undefined where the worker broke. */
  shellScripts({ input }: LintRequest): Promise<readonly ShellScript[] | undefined> {
    return this.answered(this.worker.shellScripts(input));
  }

  /** Asks for the prediction that belongs to a check; undefined where a newer check came in between, or it broke. */
  predict({ input, configuration }: LintRequest): Promise<PredictionAnswer | undefined> {
    return this.answered(this.worker.predict(input, configuration));
  }

  /** What the text costs more than another one. */
  priceOver({ input }: LintRequest, text: string): Promise<Price | undefined> {
    return this.answered(this.worker.priceOver(input, text));
  }

  /** The steps of the build after a change. */
  rebuild({ input }: LintRequest, change: Change): Promise<readonly StepView[] | undefined> {
    return this.answered(this.worker.rebuild(input, change));
  }

  /** Each instruction in plain words. */
  explain({ input }: LintRequest): Promise<Explanation | undefined> {
    return this.answered(this.worker.explain(input));
  }

  /** What runs in the container, under an init and a grace period of the reader's choice. */
  process({ input }: LintRequest, options: ProcessOptions): Promise<ProcessPrediction | undefined> {
    return this.answered(this.worker.process(input, options));
  }

  /** The text after fixes; undefined where the worker broke. */
  fix({ input, configuration }: LintRequest, rule: string | undefined): Promise<FixedText | undefined> {
    return this.answered(this.worker.fix(input, configuration, rule));
  }

  /** What several best fixes do together, by the places of their findings; undefined where the worker broke. */
  fixSet({ input, configuration }: LintRequest, indexes: readonly number[]): Promise<FixSet | undefined> {
    return this.answered(this.worker.fixSet(input, configuration, indexes));
  }

  /** A report of the command line. Rejects where it could not be made. */
  report({ input, configuration }: LintRequest, format: ReportFormat): Promise<string> {
    return this.worker.report(input, configuration, format);
  }

  /** The edits that silence a finding. Rejects where they could not be made. */
  ignore(
    { input }: LintRequest,
    finding: FindingName,
    scope: IgnoreScope,
    reason: string,
  ): Promise<readonly Edit[] | undefined> {
    return this.worker.ignore(input, finding, scope, reason);
  }

  /** All rules, for the form of the configuration. */
  rules(): Promise<readonly RuleView[] | undefined> {
    return this.answered(this.worker.rules());
  }

  /** The answer, or undefined where the worker broke, which is said. */
  private answered<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
    return answer.catch((error: unknown) => {
      this.onFailure(error);
      return undefined;
    });
  }

  private async run(): Promise<void> {
    this.isBusy = true;
    while (this.waiting) {
      const request = this.waiting;
      this.waiting = undefined;
      try {
        const answer = await this.worker.lint(request.input, request.configuration);
        if (!this.waiting) this.onAnswer(request, answer);
      } catch (error) {
        this.onFailure(error);
      }
    }
    this.isBusy = false;
  }
}
