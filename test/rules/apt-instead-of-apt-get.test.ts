import { aptInsteadOfAptGet } from '../../src/rules/apt-instead-of-apt-get.js';
import { testRule } from '../support/rule-table.js';

testRule(aptInsteadOfAptGet, {
  finds: [
    { source: 'FROM debian\nRUN «apt» update', repaired: 'FROM debian\nRUN apt-get update', safety: 'safe' },
    {
      source: 'FROM debian\nRUN «apt» update && \\\n    sudo «/usr/bin/apt» install -y git',
      repaired: 'FROM debian\nRUN apt-get update && \\\n    sudo /usr/bin/apt-get install -y git',
    },
    { source: 'FROM debian\nRUN «apt» search git', noFix: true },
    { source: "FROM debian\nRUN bash -c '«apt» update'" },
    { source: 'FROM debian\nRUN ["«apt»", "update"]', repaired: 'FROM debian\nRUN ["apt-get", "update"]' },
    { source: 'FROM debian\nRUN if true; then «apt» update; fi' },
    { source: 'FROM debian\nRUN <<EOF\n«apt» update\nEOF' },
  ],
  silent: ['FROM debian\nRUN apt-get update', 'FROM debian\nRUN echo apt', 'FROM debian\n# RUN apt update\nRUN true'],
});
