import { cdInRun } from '../../src/rules/cd-in-run.js';
import { testRule } from '../support/rule-table.js';

testRule(cdInRun, {
  finds: [
    {
      source: 'FROM a\nRUN «cd» /app\nRUN make',
      variant: 'lost',
      repaired: 'FROM a\nWORKDIR /app\nRUN make',
      safety: 'suggested',
    },
    {
      source: 'FROM a\nRUN mkdir /app && «cd» /app\nCOPY . .',
      variant: 'lost',
      repaired: 'FROM a\nRUN mkdir /app\nWORKDIR /app\nCOPY . .',
    },
    { source: 'FROM a\nRUN mkdir $D && «cd» $D', variant: 'lost', noFix: true },
    { source: 'FROM a\nRUN <<EOF\nmkdir /a\n«cd» /a\nEOF', variant: 'lost', noFix: true },
    {
      source: 'FROM a\nRUN «cd» /src && make && make install\n',
      variant: 'workdir',
      severity: 'info',
      repaired: 'FROM a\nWORKDIR /src\nRUN make && make install\n',
    },
    { source: 'FROM a\nRUN «cd» web && \\\n    npm run build', variant: 'workdir' },
    { source: 'FROM a\nRUN «cd» ~', variant: 'lost', noFix: true },
  ],
  silent: [
    'FROM a\nWORKDIR /app\nRUN make',
    { source: 'FROM a\nRUN (cd /src && make)', title: 'a subshell' },
    { source: 'FROM a\nRUN wget x && cd /src && make', title: 'in the middle' },
    { source: 'FROM a\nRUN cd /src && make && cd .. && rm -rf /src', title: 'several' },
    { source: 'FROM a\nRUN cd "$(dirname x)" && make', title: 'not known before' },
    { source: 'FROM a\nRUN cd /tmp && make', title: 'thrown away' },
    { source: 'FROM a\nRUN cd $SRC && make' },
    { source: 'FROM a\nRUN for d in a b; do cd $d; done', title: 'in a loop' },
    { source: 'FROM a\nRUN cd /a || true' },
    { source: "FROM a\nRUN sh -c 'cd /a'" },
    { source: 'FROM a\nRUN pushd /a && make && popd' },
    { source: 'FROM a\nRUN echo cd /a' },
  ],
});
