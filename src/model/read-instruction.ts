/** From a logical line to an instruction: keyword, flags and arguments, with BuildKit's own refusals as problems. */
import { readCommand } from './commands.js';
import { copySourceKind } from './copy-source.js';
import { checkFlags, readFlags } from './flags.js';
import type { CommandLine, Flag, From, Instruction, KeyValue, Keyword, Onbuild } from './instruction.js';
import { KEYWORDS } from './instruction.js';
import { type Mount, readMount } from './mount.js';
import { portProblems } from './port.js';
import type { ArgumentCount, Problem } from './problems.js';
import type { Scope } from './scope.js';
import type { Span } from './span.js';
import type { Stage } from './stage.js';
import { suggest } from './suggest.js';
import { beginsArray, type ExecWord, notAString, readExecForm } from './syntax/json-form.js';
import type { LogicalLine } from './syntax/reader.js';
import { invalidVariables, parseWord, splitAtBlanks, splitWords, type Word } from './syntax/word.js';
import { durationProblem, isFileMode, isPositiveInt32, isSignal, suggestSignal } from './values.js';

/** What an instruction needs to know of where it stands. */
export interface Surroundings {
  readonly text: string;
  readonly escape: '\\' | '`';
  readonly index: number;
  readonly stage: Stage | undefined;
  readonly scope: Scope;
  readonly problems: Problem[];
}

type Base = Omit<From, 'keyword' | 'image' | 'as'>;

/** BuildKit never looks at the flags of these. */
const TAKES_NO_FLAGS = new Set<Keyword>(['ARG', 'STOPSIGNAL']);

export function readInstruction(line: LogicalLine, around: Surroundings): Instruction {
  return new InstructionReader(line, around, line.at.start, undefined).read();
}

class InstructionReader {
  private readonly escape: '\\' | '`';
  private readonly problems: Problem[];
  private readonly joined: string;
  /** The place of the first character of `joined` in the file. */
  private readonly offset: number;
  private keyword: Keyword | undefined;
  private keywordAt: Span;
  private keywordText = '';
  private flags: Flag[] = [];
  /** Where the arguments begin in `joined`. */
  private from = 0;

  constructor(
    private readonly line: LogicalLine,
    private readonly around: Surroundings,
    start: number,
    private readonly onbuild: Onbuild | undefined,
  ) {
    this.escape = around.escape;
    this.problems = around.problems;
    this.joined = line.joined.slice(start - line.at.start);
    this.offset = start;
    this.keywordAt = { start, end: start };
  }

  read(): Instruction {
    const [, word = ''] = /^([^ \t\0]+)/.exec(this.joined) ?? [];
    this.keywordText = word;
    this.keywordAt = { start: this.offset, end: this.offset + word.length };
    this.from = word.length;
    this.keyword = KEYWORDS.find((keyword) => keyword === word.toUpperCase());
    if (!this.keyword) {
      const suggestion = suggest(word, KEYWORDS);
      this.problems.push({ variant: 'unknown-instruction', at: this.keywordAt, word, suggestion });
      return { ...this.base(), keyword: 'unknown' };
    }
    const { flags, next } = readFlags(this.joined, this.from, this.offset, this.escape);
    this.flags = flags;
    this.from = next;
    if (!TAKES_NO_FLAGS.has(this.keyword) && !this.isHealthcheckNone) checkFlags(this.keyword, flags, this.problems);
    return this.readArguments(this.keyword);
  }

  private get isHealthcheckNone(): boolean {
    return this.keyword === 'HEALTHCHECK' && /^[ \t\0]*NONE[ \t\0]*$/i.test(this.joined.slice(this.from));
  }

  private base(): Base {
    const argumentsText = this.joined.slice(this.from);
    const lead = /^[ \t\0]*/.exec(argumentsText)?.[0].length ?? 0;
    const start = Math.min(this.offset + this.from + lead, this.offset + this.joined.length);
    return {
      index: this.around.index,
      fileText: this.around.text,
      at: { start: this.offset, end: this.line.at.end },
      keywordAt: this.keywordAt,
      keywordText: this.keywordText,
      argumentsAt: { start, end: this.offset + this.joined.length },
      flags: this.flags,
      heredocs: this.line.heredocs,
      commentsAbove: this.line.commentsAbove,
      commentsInside: this.line.commentsInside,
      blankContinuations: this.line.blankContinuations,
      trailingCommentAt: this.trailingComment(),
      stage: this.around.stage,
      scope: this.around.scope,
      onbuild: this.onbuild,
    };
  }

  /** ` # text` behind the arguments. In a shell form the shell drops it; behind a JSON array it makes the array plain text. */
  private trailingComment(): Span | undefined {
    if (!this.joined.includes('#', this.from) || !this.mayEndInComment) return undefined;
    const [, ...words] = this.words();
    const mark = words.find((word, index) => word.raw.startsWith('#') && this.isComment(word, index));
    return mark && { start: mark.at.start, end: this.offset + this.joined.length };
  }

  /** A shell drops its comments itself: there only an array can have one behind it. */
  private get mayEndInComment(): boolean {
    if (this.keyword === 'ONBUILD') return false;
    const isArrayOrScript = this.keyword === 'RUN' || this.keyword === 'CMD' || this.keyword === 'ENTRYPOINT';
    return !isArrayOrScript || beginsArray(this.joined.slice(this.from));
  }

  /** Whether a word with `#` begins a comment in its writer's mind; `index` counts the words between it and the first. */
  private isComment({ raw, at }: Word, index: number): boolean {
    const before = this.joined.slice(this.from, at.start - this.offset);
    switch (this.keyword) {
      case 'RUN':
      case 'CMD':
      case 'ENTRYPOINT':
      case 'SHELL':
        return readExecForm(before, 0) !== undefined;
      case 'HEALTHCHECK':
        return (
          /^[\s\0]*NONE[\s\0]*$/i.test(before) || readExecForm(before.replace(/^[\s\0]*CMD/i, ''), 0) !== undefined
        );
      case 'ENV':
      case 'LABEL':
        // `ENV COLOR #fff` is a value.
        return index > 0 || raw === '#' || before.includes('=');
      default:
        return true;
    }
  }

  private words(): Word[] {
    return splitWords(this.joined.slice(this.from), this.offset + this.from, this.escape);
  }

  private wordsAtBlanks(): Word[] {
    return splitAtBlanks(this.joined.slice(this.from), this.offset + this.from, this.escape);
  }

  private readArguments(keyword: Keyword): Instruction {
    switch (keyword) {
      case 'FROM':
        return this.from_();
      case 'RUN':
        return this.run();
      case 'CMD':
      case 'ENTRYPOINT':
        return { ...this.base(), keyword, command: this.command() };
      case 'HEALTHCHECK':
        return this.healthcheck();
      case 'COPY':
      case 'ADD':
        return this.copy(keyword);
      case 'ENV':
      case 'LABEL':
        return { ...this.base(), keyword, pairs: this.pairs(keyword) };
      case 'ARG':
        return { ...this.base(), keyword, pairs: this.argPairs() };
      case 'USER':
      case 'WORKDIR':
      case 'STOPSIGNAL':
      case 'MAINTAINER':
        return this.oneWord(keyword);
      case 'EXPOSE':
        return this.expose();
      case 'VOLUME':
        return this.volume();
      case 'SHELL':
        return this.shell();
      case 'ONBUILD':
        return this.onbuildTrigger();
    }
  }

  private refuseCount(expected: ArgumentCount): void {
    this.problems.push({ variant: 'arguments', at: this.keywordAt, keyword: this.keyword ?? '', expected });
  }

  private textAt({ start, end }: Span): string {
    return this.joined.slice(start - this.offset, end - this.offset).replaceAll('\0', '');
  }

  private checkQuotes(words: readonly (Word | undefined)[]): void {
    for (const word of words) {
      if (word?.unclosedQuoteAt)
        this.problems.push({ variant: 'quote', at: word.unclosedQuoteAt, quote: word.raw.includes('"') ? '"' : "'" });
      if (word?.invalidVariableAt)
        this.problems.push({
          variant: 'modifier',
          at: word.invalidVariableAt,
          text: this.textAt(word.invalidVariableAt),
        });
    }
  }

  private from_(): Instruction {
    const words = this.wordsAtBlanks();
    const [image, as, name] = words;
    const isNamed = words.length === 3 && as?.raw.toUpperCase() === 'AS';
    if (words.length === 3 && !isNamed && as)
      this.problems.push({ variant: 'from-as', at: as.at, word: as.raw, suggestion: suggest(as.raw, ['AS']) });
    else if (words.length !== 1 && words.length !== 3) this.refuseCount('one-or-three');
    if (isNamed && name && !/^[a-z][a-z0-9-_.]*$/.test(name.raw.toLowerCase()))
      this.problems.push({ variant: 'stage-name', at: name.at, name: name.raw });
    this.checkQuotes([image]);
    return {
      ...this.base(),
      keyword: 'FROM',
      image,
      as: isNamed && as && name ? { asAt: as.at, asText: as.raw, name } : undefined,
    };
  }

  /** The elements of a JSON array. One with anything but strings in it is refused; other text is no array at all. */
  private exec(from = this.from): ExecWord[] | undefined {
    const rest = this.joined.slice(from);
    const at = notAString(rest, this.offset + from);
    if (at) this.problems.push({ variant: 'syntax', reason: 'not-strings', at });
    return readExecForm(rest, this.offset + from);
  }

  private command(from = this.from): CommandLine {
    this.exec(from);
    const { text, scope } = this.around;
    return readCommand(
      {
        text,
        joined: this.joined,
        offset: this.offset,
        from,
        heredocs: this.keyword === 'RUN' ? this.line.heredocs : [],
        end: this.line.at.end,
      },
      scope.shell,
    );
  }

  private run(): Instruction {
    const mounts = this.flags.flatMap((flag): Mount[] => {
      if (flag.name !== 'mount') return [];
      const mount = readMount(flag.at, flag.value, this.escape, this.around.scope, this.problems);
      return mount ? [mount] : [];
    });
    this.checkChoice('network', 'run-network', ['default', 'none', 'host']);
    this.checkChoice('security', 'run-security', ['sandbox', 'insecure']);
    const command = this.command();
    if (command.exec?.length === 0) this.refuseCount('at-least-one');
    return { ...this.base(), keyword: 'RUN', mounts, command };
  }

  private checkChoice(flagName: string, variant: 'run-network' | 'run-security', allowed: readonly string[]): void {
    const value = this.flags.find((flag) => flag.name === flagName)?.value;
    if (!value || allowed.includes(value.text)) return;
    this.problems.push({ variant, at: value.at, value: value.text, suggestion: suggest(value.text, allowed) });
  }

  private healthcheck(): Instruction {
    const words = this.words();
    const [typeWord, ...rest] = words;
    const type = typeWord?.raw.toUpperCase();
    const refuse = (at: Span, reason: Extract<Problem, { variant: 'healthcheck' }>['reason'], word = '') =>
      this.problems.push({ variant: 'healthcheck', at, reason, word });
    if (!typeWord) this.refuseCount('at-least-one');
    else if (type === 'NONE' && rest[0]) refuse(rest[0].at, 'none-with-arguments');
    else if (type === 'CMD' && rest.length === 0) refuse(typeWord.at, 'no-command');
    else if (type !== 'CMD' && type !== 'NONE') refuse(typeWord.at, 'unknown-type', typeWord.raw);
    for (const flag of this.isHealthcheckNone ? [] : this.flags) {
      const text = flag.value?.text;
      if (!text) continue;
      const reason = flag.name === 'retries' ? (isPositiveInt32(text) ? undefined : 'retries') : durationProblem(text);
      if (reason) refuse(flag.at, reason, text);
    }
    const behindType = typeWord ? typeWord.at.end - this.offset : this.from;
    const command = type === 'CMD' && rest.length > 0 ? this.command(behindType) : undefined;
    if (typeWord && command?.exec?.length === 0) refuse(typeWord.at, 'no-command');
    const known = type === 'CMD' || type === 'NONE' ? type : undefined;
    return { ...this.base(), keyword: 'HEALTHCHECK', type: known, command };
  }

  private copy(keyword: 'COPY' | 'ADD'): Instruction {
    const exec = this.exec();
    const comment = this.trailingComment();
    // A comment behind the arguments is refused; what is meant is what stands before it.
    const words: Word[] = exec ?? this.wordsAtBlanks().filter((word) => !comment || word.at.start < comment.start);
    const markers = new Set(this.line.heredocs.map((heredoc) => heredoc.at.start));
    const destination = words.length > 1 ? words.at(-1) : undefined;
    const sources = words.slice(0, Math.max(words.length - 1, 1)).filter((word) => !markers.has(word.at.start));
    if (words.length < 2) this.refuseCount('at-least-two');
    else if (destination && markers.has(destination.at.start))
      this.problems.push({ variant: 'heredoc', reason: 'destination', at: destination.at, name: destination.raw });
    const count = words.length - 1;
    const plain = destination && !destination.variables.length ? destination.text : '';
    if (count > 1 && destination && plain && !/[/\\]$|^\.{1,2}$|[/\\]\.{1,2}$/.test(plain))
      this.problems.push({
        variant: 'copy-destination',
        at: destination.at,
        keyword,
        destination: plain,
        sources: count,
        isFolder: this.isWorkdirOrAbove(plain),
      });
    if (!exec) this.checkQuotes(words);
    this.checkSources(keyword, sources);
    this.checkChmod(keyword);
    this.checkHeredocs();
    const base = this.base();
    if (keyword === 'ADD') return { ...base, keyword, sources, destination };
    const from = this.flags.findLast((flag) => flag.name === 'from')?.value;
    return { ...base, keyword, sources, destination, from };
  }

  private isWorkdirOrAbove(path: string): boolean {
    const { workdir } = this.around.scope;
    return path === '/' || (workdir !== null && `${workdir}/`.startsWith(`${path}/`));
  }

  private checkSources(keyword: 'COPY' | 'ADD', sources: readonly Word[]): void {
    const kinds = sources.map((source) => {
      const text = this.around.scope.expand(source);
      return text === null ? undefined : copySourceKind(text);
    });
    for (const [index, source] of sources.entries()) {
      const kind = kinds[index];
      if (keyword === 'COPY' && (kind === 'url' || kind === 'git'))
        this.problems.push({ variant: 'copy-source', at: source.at, reason: kind, source: source.text });
    }
    const checksum = keyword === 'ADD' ? this.flags.find((flag) => flag.name === 'checksum')?.value : undefined;
    const value = checksum && this.around.scope.expand(checksum);
    if (!checksum || !value) return;
    const [kind] = kinds;
    const refuse = (reason: Extract<Problem, { variant: 'checksum' }>['reason']) =>
      this.problems.push({ variant: 'checksum', at: checksum.at, reason, value });
    if (sources.length !== 1) refuse('several-sources');
    else if (kind === 'local') refuse('local-source');
    else if (kind === 'url' && !/^sha(?:256:[0-9a-f]{64}|384:[0-9a-f]{96}|512:[0-9a-f]{128})$/.test(value))
      refuse('digest');
  }

  private checkChmod(keyword: 'COPY' | 'ADD'): void {
    const mode = this.flags.find((flag) => flag.name === 'chmod')?.value;
    const value = mode && this.around.scope.expand(mode);
    if (mode && value && !isFileMode(value))
      this.problems.push({ variant: 'flag', reason: 'value', at: mode.at, keyword, flag: 'chmod', value });
  }

  /** Variables are expanded in the body of a heredoc whose name is not quoted. */
  private checkHeredocs(): void {
    for (const { body, isQuoted } of this.line.heredocs) {
      if (isQuoted) continue;
      const text = this.around.text.slice(body.start, body.end);
      for (const at of invalidVariables(text, body.start))
        this.problems.push({ variant: 'modifier', at, text: this.around.text.slice(at.start, at.end) });
    }
  }

  private pairs(keyword: 'ENV' | 'LABEL'): KeyValue[] {
    const words = this.words();
    const [first, second] = words;
    if (!first) {
      this.refuseCount('at-least-one');
      return [];
    }
    if (!first.raw.includes('=')) return this.legacyPair(keyword, first, second);
    return words.flatMap((word) => {
      const pair = this.pairOf(word);
      if (!pair.value && !word.raw.startsWith('#')) this.refuseKeyValue(keyword, word, 'no-equals');
      else if (pair.key.raw === '') this.refuseKeyValue(keyword, word, 'empty-name');
      return pair.value ? [pair] : [];
    });
  }

  private refuseKeyValue(keyword: string, word: Word, reason: 'no-equals' | 'no-value' | 'empty-name'): void {
    this.problems.push({ variant: 'key-value', at: word.at, keyword, reason, word: word.raw });
  }

  private legacyPair(keyword: 'ENV' | 'LABEL', key: Word, second: Word | undefined): KeyValue[] {
    if (!second) {
      this.refuseKeyValue(keyword, key, 'no-value');
      return [];
    }
    const end = this.offset + this.joined.length;
    const value = this.sliceWord(second.at.start, end);
    return [{ at: { start: key.at.start, end }, key, value, isLegacy: true }];
  }

  private sliceWord(start: number, end: number): Word {
    const word = parseWord(this.joined.slice(start - this.offset, end - this.offset), start, this.escape);
    this.checkQuotes([word]);
    return word;
  }

  private pairOf(word: Word): KeyValue {
    const source = this.joined.slice(word.at.start - this.offset, word.at.end - this.offset);
    const equals = source.indexOf('=');
    const keyEnd = equals === -1 ? word.at.end : word.at.start + equals;
    const value = equals === -1 ? undefined : this.sliceWord(keyEnd + 1, word.at.end);
    const key = parseWord(source.slice(0, keyEnd - word.at.start), word.at.start, this.escape);
    if (this.keyword !== 'ARG') this.checkQuotes([key]);
    return { at: word.at, key, value, isLegacy: false };
  }

  private argPairs(): KeyValue[] {
    const words = this.words();
    if (words.length === 0) this.refuseCount('at-least-one');
    return words.flatMap((word) => {
      if (word.raw.startsWith('#')) return [];
      const pair = this.pairOf(word);
      if (pair.key.raw === '') this.refuseKeyValue('ARG', word, 'empty-name');
      return [pair];
    });
  }

  private oneWord(keyword: 'USER' | 'WORKDIR' | 'STOPSIGNAL' | 'MAINTAINER'): Instruction {
    const base = this.base();
    const { start, end } = base.argumentsAt;
    const source = this.joined.slice(start - this.offset, end - this.offset);
    const word = start < end ? parseWord(source, start, this.escape) : undefined;
    if (keyword !== 'MAINTAINER') this.checkQuotes([word]);
    if (!word) this.refuseCount('one');
    if (keyword === 'STOPSIGNAL' && word && !word.variables.length && !base.trailingCommentAt && !isSignal(word.text))
      this.problems.push({
        variant: 'stop-signal',
        at: word.at,
        signal: word.text,
        suggestion: suggestSignal(word.text),
      });
    return { ...base, keyword, word };
  }

  private expose(): Instruction {
    const ports = this.wordsAtBlanks();
    if (ports.length === 0) this.refuseCount('at-least-one');
    const base = this.base();
    for (const port of ports) if (!base.trailingCommentAt) this.checkPort(port);
    return { ...base, keyword: 'EXPOSE', ports };
  }

  private checkPort(word: Word): void {
    this.checkQuotes([word]);
    const text = word.unclosedQuoteAt || word.invalidVariableAt ? null : this.around.scope.expand(word);
    for (const port of text?.split(/\s+/) ?? []) if (port) this.problems.push(...portProblems(port, word.at));
  }

  private volume(): Instruction {
    const exec = this.exec();
    const paths: Word[] = exec ?? this.wordsAtBlanks();
    if (paths.length === 0) this.refuseCount('at-least-one');
    if (!exec) this.checkQuotes(paths);
    for (const path of paths) if (path.text.trim() === '') this.problems.push({ variant: 'volume', at: path.at });
    return { ...this.base(), keyword: 'VOLUME', paths };
  }

  private shell(): Instruction {
    const exec = this.exec();
    const base = this.base();
    if (!exec || exec.length === 0) this.problems.push({ variant: 'shell', at: base.at });
    return { ...base, keyword: 'SHELL', exec };
  }

  private onbuildTrigger(): Instruction {
    const base = this.base();
    const { start, end } = base.argumentsAt;
    if (start >= end) {
      this.refuseCount('at-least-one');
      return { ...base, keyword: 'ONBUILD', trigger: undefined };
    }
    const onbuild: { -readonly [K in keyof Onbuild]: Onbuild[K] } = { ...base, keyword: 'ONBUILD', trigger: undefined };
    const trigger = new InstructionReader(this.line, this.around, start, onbuild).read();
    onbuild.trigger = trigger;
    if (trigger.keyword === 'ONBUILD' || trigger.keyword === 'FROM' || trigger.keyword === 'MAINTAINER')
      this.problems.push({ variant: 'onbuild', at: trigger.keywordAt, keyword: trigger.keyword });
    return onbuild;
  }
}
