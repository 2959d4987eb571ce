/**
 * Dockerfiles drawn at random, with a change each. Every RUN writes down all that it can see, so that what is assumed of
 * a RUN holds: when it runs again it writes something else.
 */
import type { CaseChange, RebuildCase } from './cases.js';

const FILES = ['a.txt', 'b.txt', 'dir/c.txt', 'dir/d.txt', 'e.md', 'dir/deep/f.txt', 'g.log'];
const IGNORED = ['x.tmp', 'dir/tmp/y.txt'];
const ARGUMENTS = ['ONE', 'TWO', 'THREE'];
/** A base with a folder that everybody may write to. */
const BASE = 'plimsoll-rebuild-random';
const BASE_TEXT = 'FROM busybox\nRUN mkdir -m 1777 /w && touch /w/base\n';
const LOOK = '(ls -R /w; cat /w/* /w/*/* /w/*/*/*; env; pwd; id)';

/** The same seed draws the same case. */
export function drawCase(seed: number): RebuildCase & { readonly changes: readonly [CaseChange] } {
  const draw = new Draw(seed);
  const { text, changeable } = new Writer(draw).write();
  const ignore = draw.pick(['*.tmp\n', 'dir/tmp\n.dockerignore\nDockerfile\n']);
  return {
    name: `random ${seed}`,
    dockerfile: text,
    context: Object.fromEntries([...FILES.map((path) => [path, `${path}\n`]), ['.dockerignore', ignore]]),
    bases: { [BASE]: BASE_TEXT },
    served: {},
    arguments: draw.pick([{}, { TWO: 'given' }]),
    target: undefined,
    changes: [drawChange(draw, changeable)],
  };
}

function drawChange(draw: Draw, changeable: ReadonlyMap<number, string>): CaseChange {
  const builder = draw.pick(['warm', 'warm', 'warm', 'fresh-min', 'fresh-max'] as const);
  const line = draw.pick([...changeable.keys()]);
  const change = draw.pick<CaseChange>([
    { change: `file:${draw.pick([...FILES, ...IGNORED, 'dir/new.txt'])}` },
    { change: `arg:${draw.pick(ARGUMENTS)}` },
    { change: `line:${line}`, to: changeable.get(line) ?? '' },
    draw.pick<CaseChange>([{ change: 'dockerignore' }, { change: 'base', to: `${BASE_TEXT}RUN echo 2 > /w/base\n` }]),
  ]);
  return builder === 'warm' ? change : { ...change, builder };
}

/** A linear congruential generator (Knuth, TAOCP 2, table 3.3.4/1, line 16). */
class Draw {
  constructor(private state: number) {}

  below(end: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * end);
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)] as Value;
  }
}

interface WrittenStage {
  readonly name: string;
  /** Files that another stage can copy. */
  readonly files: string[];
}

class Writer {
  private readonly lines: string[] = [];
  /** What a line may become, by its number. */
  private readonly changeable = new Map<number, string>();
  private readonly stages: WrittenStage[] = [];
  private count = 0;
  private hasUser = false;

  constructor(private readonly draw: Draw) {}

  write(): { text: string; changeable: ReadonlyMap<number, string> } {
    this.add('ARG ONE=1', 'ARG ONE=9');
    for (let left = 2 + this.draw.below(3); left > 0; left--) this.stage();
    return { text: `${this.lines.join('\n')}\n`, changeable: this.changeable };
  }

  private add(line: string, changed?: string): void {
    this.lines.push(line);
    if (changed !== undefined) this.changeable.set(this.lines.length, changed);
  }

  private stage(): void {
    const parent = this.draw.below(3) === 0 ? this.draw.pick(this.stages) : undefined;
    const stage = { name: `s${this.stages.length}`, files: [...(parent?.files ?? [])] };
    this.add(`FROM ${parent?.name ?? BASE} AS ${stage.name}`);
    this.hasUser = false;
    for (let left = 2 + this.draw.below(6); left > 0; left--) this.instruction(stage);
    this.stages.push(stage);
  }

  private instruction({ files }: WrittenStage): void {
    const { draw } = this;
    const id = ++this.count;
    const file = draw.pick(FILES);
    const argument = draw.pick(ARGUMENTS);
    draw.pick([
      () => this.copy(`COPY ${file} /w/`, file, '/w/', files),
      () => this.copy(`COPY --link ${file} /w/l/`, file, '/w/l/', files),
      () => this.copyFromStage(id, files),
      () => this.copyFromStage(id, files),
      () => this.add(draw.pick(['COPY dir /w/dir', 'COPY . /w/all/', 'COPY *.txt /w/'])),
      () => this.run(id, files),
      () => this.run(id, files),
      () => this.run(id, files),
      () => this.add(`RUN --mount=type=bind,source=${file},target=/m/f cat /m/f`),
      () => this.runWithStage(),
      () => this.add(`ENV E${id % 3}=${id}`, `ENV E${id % 3}=changed`),
      () => this.add(`ENV E${id % 3}=$${argument}`),
      () => this.add(draw.pick([`ARG ${argument}`, `ARG ${argument}=default`])),
      () => this.add(`WORKDIR /w/${draw.pick(['x', '$E0', '${ONE}z'])}`, 'WORKDIR /w/changed'),
      () => this.add('SHELL ["/bin/sh", "-c"]', 'SHELL ["/bin/sh", "-x", "-c"]'),
      () => this.add(`LABEL x=${id}`, 'LABEL x=changed'),
      () => this.user(),
    ])();
  }

  private copy(line: string, file: string, folder: string, files: string[]): void {
    this.add(line);
    files.push(`${folder}${nameOf(file)}`);
  }

  private copyFromStage(id: number, files: string[]): void {
    const stage = this.draw.pick(this.stages.filter((one) => one.files.length > 0));
    if (!stage) return;
    const file = this.draw.pick(stage.files);
    const link = this.draw.pick(['', '', '--link ']);
    this.copy(`COPY ${link}--from=${stage.name} ${file} /w/from${id}/`, file, `/w/from${id}/`, files);
  }

  private run(id: number, files: string[]): void {
    if (this.hasUser) {
      this.add('RUN true', 'RUN true changed');
      return;
    }
    const line = `RUN ${LOOK} > /tmp/x; mv /tmp/x /w/out${id}`;
    this.add(line, `${line}; echo changed >> /w/out${id}`);
    files.push(`/w/out${id}`);
  }

  private runWithStage(): void {
    const stage = this.draw.pick(this.stages.filter((one) => one.files.length > 0));
    if (!stage) return;
    this.add(`RUN --mount=from=${stage.name},source=${this.draw.pick(stage.files)},target=/m/f cat /m/f`);
  }

  private user(): void {
    this.add('USER 1000', 'USER 1001');
    this.hasUser = true;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
