import { instructionInsideRun } from '../../src/rules/instruction-inside-run.js';
import { testRule } from '../support/rule-table.js';

testRule(instructionInsideRun, {
  finds: [
    { source: 'FROM debian:13\nRUN apt-get update && «RUN» apt-get install -y git', noFix: true },
    'FROM debian:13\nRUN make && \\\n    «RUN» make install',
    'FROM debian:13\nRUN make && \\\n«COPY» a /a',
    'FROM debian:13\nRUN apt-get install -y \\\n    git \\\n«CMD» ["git"]',
    'FROM debian:13\nRUN make; «ENV» A=b',
    'FROM debian:13\nRUN mkdir /a \\\n    «WORKDIR» /a',
  ],
  silent: [
    'FROM debian:13\nRUN make && make install',
    { source: 'FROM debian:13\nRUN echo RUN', title: 'a word on the same line' },
    { source: 'FROM debian:13\nRUN run && copy', title: 'programs' },
    { source: 'FROM debian:13\nRUN echo "\\\nRUN"', title: 'quoted', without: ['escape'] },
    { source: 'FROM debian:13\nRUN <<EOF\nRUN x\nEOF', title: 'a script may have its own' },
    { source: 'FROM debian:13\nRUN ["RUN"]' },
    { source: 'FROM debian:13\nRUN /opt/RUN', title: 'a program with a folder' },
    { source: 'FROM debian:13\nRUN ENV=1 make', title: 'an assignment' },
  ],
});
