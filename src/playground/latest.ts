/** Asks one question at a time. While an answer is awaited the newest question waits, and takes the place of older ones. */
export class Latest<Question, Answer> {
  private waiting: { readonly question: Question } | undefined;
  private isBusy = false;

  /** `onAnswer` gets answers to questions that are still the newest; undefined, no answer, is not passed on. */
  constructor(
    private readonly answer: (question: Question) => Promise<Answer | undefined>,
    private readonly onAnswer: (answer: Answer, question: Question) => void,
  ) {}

  ask(question: Question): void {
    this.waiting = { question };
    if (!this.isBusy) void this.run();
  }

  private async run(): Promise<void> {
    this.isBusy = true;
    while (this.waiting) {
      const { question } = this.waiting;
      this.waiting = undefined;
      const answer = await this.answer(question);
      if (!this.waiting && answer !== undefined) this.onAnswer(answer, question);
    }
    this.isBusy = false;
  }
}
