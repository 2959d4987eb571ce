import { maintainerDeprecated } from '../../src/rules/maintainer-deprecated.js';
import { testRule } from '../support/rule-table.js';

testRule(maintainerDeprecated, {
  finds: [
    {
      source: 'FROM scratch\n«MAINTAINER Jo <jo@example.org>»\n',
      repaired: 'FROM scratch\nLABEL org.opencontainers.image.authors="Jo <jo@example.org>"\n',
      safety: 'safe',
    },
    {
      source: 'FROM scratch\n«MAINTAINER "Jo"»\n',
      repaired: 'FROM scratch\nLABEL org.opencontainers.image.authors="Jo"\n',
    },
    {
      source: 'FROM scratch\n«MAINTAINER a $b "c"»\n',
      title: 'quotes and dollar signs stay what they are',
      repaired: 'FROM scratch\nLABEL org.opencontainers.image.authors="a \\$b \\"c\\""\n',
      without: ['escape'],
    },
    { source: 'FROM scratch\n«MAINTAINER»\n', noFix: true },
  ],
  silent: ['FROM scratch\nLABEL maintainer="Jo"\n', 'FROM scratch\n# MAINTAINER Jo\nRUN true'],
});
