import { noCommand } from '../../src/rules/no-command.js';
import { testRule } from '../support/rule-table.js';

testRule(noCommand, {
  finds: [
    { source: 'FROM «scratch»\nCOPY server /server\nUSER 65532', noFix: true },
    'FROM golang:1.27 AS build\nFROM «gcr.io/distroless/static-debian13:nonroot»\nCOPY --from=build /s /s\nEXPOSE 80',
    { source: 'FROM «scratch»\nCOPY a /a\nENV A=b\nENTRYPOINT []', title: 'an empty one' },
    { source: 'FROM scratch AS a\nFROM «a»\nCOPY s /s\nWORKDIR /data' },
  ],
  silent: [
    'FROM scratch\nCOPY server /server\nUSER 65532\nENTRYPOINT ["/server"]',
    'FROM scratch\nCOPY server /server\nUSER 65532\nCMD ["/server"]',
    { source: 'FROM scratch AS export\nCOPY server /', title: 'files alone' },
    { source: 'FROM debian:13\nUSER 1', title: 'the base has one' },
    { source: 'FROM example.com/a:1\nUSER 1', title: 'the base is not known' },
    { source: 'FROM scratch AS a\nUSER 1\nFROM debian:13\nCOPY --from=a / /', title: 'not the final stage' },
    { source: 'FROM scratch AS a\nENTRYPOINT ["/a"]\nFROM a\nUSER 1', title: 'the stage below has one' },
    { source: 'FROM gcr.io/distroless/nodejs24-debian13\nUSER 1', title: 'it starts node' },
    { source: 'USER 1', title: 'a fragment' },
  ],
});
