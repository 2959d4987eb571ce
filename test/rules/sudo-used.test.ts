import { sudoUsed } from '../../src/rules/sudo-used.js';
import { testRule } from '../support/rule-table.js';

testRule(sudoUsed, {
  finds: [
    {
      source: 'FROM debian:trixie-slim\nRUN «sudo» apt-get update',
      severity: 'warning',
      safety: 'suggested',
      repaired: 'FROM debian:trixie-slim\nRUN apt-get update',
    },
    {
      title: 'each call in a RUN',
      source: `
        FROM debian:trixie-slim
        RUN «sudo» -E apt-get update && \\
            DEBIAN_FRONTEND=noninteractive «sudo» apt-get install -y git && \\
            if [ -d /x ]; then «sudo» rm -r /x; fi
      `,
      repaired: `
        FROM debian:trixie-slim
        RUN apt-get update && \\
            DEBIAN_FRONTEND=noninteractive apt-get install -y git && \\
            if [ -d /x ]; then rm -r /x; fi
      `,
    },
    {
      title: 'behind a pipe, with variables of its own',
      source: 'FROM debian:trixie-slim\nRUN echo x | «sudo» A=b /usr/bin/tee /x',
      repaired: 'FROM debian:trixie-slim\nRUN echo x | A=b /usr/bin/tee /x',
    },
    {
      source: 'FROM debian:trixie-slim\nRUN ["«/usr/bin/sudo»", "apt-get", "update"]',
      repaired: 'FROM debian:trixie-slim\nRUN ["apt-get", "update"]',
    },
    {
      title: 'as somebody else',
      source: 'FROM debian:trixie-slim\nRUN «sudo» -u postgres createdb app',
      severity: 'info',
      noFix: true,
    },
    {
      title: 'an option behind the variables',
      source: 'FROM debian:trixie-slim\nRUN «sudo» A=b -u postgres createdb app',
      noFix: true,
    },
    {
      title: 'an option over two lines',
      source: 'FROM debian:trixie-slim\nRUN «sudo» -E \\\n    apt-get update',
      repaired: 'FROM debian:trixie-slim\nRUN apt-get update',
    },
    {
      title: 'the user needs it',
      source: 'FROM debian:trixie-slim\nUSER app\nRUN «sudo» apt-get update',
      noFix: true,
    },
    {
      title: 'the user is not known',
      source: 'FROM example.org/base:1\nRUN «sudo» apt-get update',
      severity: 'info',
      noFix: true,
    },
    {
      title: 'in a heredoc',
      source: 'FROM debian:trixie-slim\nRUN <<EOF\n«sudo» apt-get update\nEOF',
      repaired: 'FROM debian:trixie-slim\nRUN <<EOF\napt-get update\nEOF',
      without: ['continuation'],
    },
    {
      title: 'in a stage that is not shipped',
      source: 'FROM debian:trixie-slim AS build\nRUN «sudo» make install\nFROM alpine:3.24',
    },
    { title: 'inside sh -c', source: "FROM debian:trixie-slim\nRUN bash -c 'cd /x && «sudo» make install'" },
  ],
  silent: [
    'FROM debian:trixie-slim\nRUN apt-get update',
    { title: 'installed for people, not called', source: 'FROM debian:trixie-slim\nRUN apt-get install -y sudo' },
    'FROM debian:trixie-slim\nRUN echo "app ALL=(ALL) NOPASSWD:ALL" > /etc/sudoers.d/app',
    'FROM debian:trixie-slim\nRUN usermod -aG sudo app',
    'FROM debian:trixie-slim\nRUN command -v sudo',
    'FROM debian:trixie-slim\nRUN echo "run sudo make me a sandwich"',
    'FROM debian:trixie-slim\nRUN gosu app whoami',
    'FROM debian:trixie-slim\nCOPY sudo /etc/',
  ],
});
