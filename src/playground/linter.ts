/** The page's end of the lint worker. Only the newest request counts: what became stale is never computed, or dropped. */
import { type Remote, wrap } from 'comlink';
import type { Configuration } from '../config/configuration.js';
import type { Change, ProcessOptions, ProcessPrediction } from '../image/index.js';
import type { BuildInput } from '../model/build-input.js';
import type { LintAnswer, LintWorker, PredictionAnswer, StepView } from './protocol.js';

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

  /** Asks for the prediction that belongs to a check; undefined where a newer check came in between, or it broke. */
  async predict({ input, configuration }: LintRequest): Promise<PredictionAnswer | undefined> {
    return this.worker.predict(input, configuration).catch((error: unknown) => {
      this.onFailure(error);
      return undefined;
    });
  }

  /** The steps of the build after a change. */
  async rebuild({ input }: LintRequest, change: Change): Promise<readonly StepView[] | undefined> {
    return this.worker.rebuild(input, change).catch((error: unknown) => {
      this.onFailure(error);
      return undefined;
    });
  }

  /** What runs in the container, under an init and a grace period of the reader's choice. */
  async process({ input }: LintRequest, options: ProcessOptions): Promise<ProcessPrediction | undefined> {
    return this.worker.process(input, options).catch((error: unknown) => {
      this.onFailure(error);
      return undefined;
    });
  }

  /** The text after fixes; undefined where the worker broke. */
  async fix(
    { input, configuration }: LintRequest,
    rule: string | undefined,
  ): Promise<{ text: string; applied: number } | undefined> {
    try {
      return await this.worker.fix(input, configuration, rule);
    } catch (error) {
      this.onFailure(error);
      return undefined;
    }
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
