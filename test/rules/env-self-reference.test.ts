import { envSelfReference } from '../../src/rules/env-self-reference.js';
import { testRule } from '../support/rule-table.js';

testRule(envSelfReference, {
  finds: [
    {
      source: 'FROM debian:13\nENV HOME_DIR=/app BIN=«$HOME_DIR»/bin',
      repaired: 'FROM debian:13\nENV HOME_DIR=/app\nENV BIN=$HOME_DIR/bin',
      safety: 'suggested',
    },
    {
      source: 'FROM debian:13\nENV A=1 \\\n    B=«${A}» \\\n    C=«$B»',
      repaired: 'FROM debian:13\nENV A=1\nENV B=${A}\nENV C=$B',
      title: 'a chain',
    },
    { source: 'FROM debian:13\nENV B=«$A» A=1', noFix: true, title: 'the other way round' },
    {
      source: 'FROM golang:1.27\nENV GOPATH=/x PATH=«$GOPATH»/bin:$PATH',
      repaired: 'FROM golang:1.27\nENV GOPATH=/x\nENV PATH=$GOPATH/bin:$PATH',
      title: 'the value of the base',
    },
    { source: 'FROM debian:13\nENV A=1 B="«${A:-2}»"' },
    { source: 'FROM debian:13\nENV A=1 B=«$A»«$A»', title: 'twice, mended once' },
  ],
  silent: [
    'FROM debian:13\nENV A=1\nENV B=$A',
    { source: 'FROM debian:13\nENV A=1\nENV A=2 B=$A', title: 'set above: the old value may be meant' },
    { source: 'FROM debian:13\nARG A\nENV A=$A B=$A', title: 'an argument' },
    { source: 'FROM debian:13\nENV A=$A:1 B=2', title: 'itself: undefined-variable' },
    { source: "FROM debian:13\nENV A=1 B='$A'", title: 'not replaced' },
    { source: 'FROM debian:13\nENV A=1 B=\\$A', title: 'not replaced', without: ['escape'] },
    { source: 'FROM debian:13\nARG A=1 B=$A', title: 'ARG is read from left to right' },
    'FROM debian:13\nENV A 1 $A',
    { source: 'FROM debian:13\nLABEL A=1 B=$A', title: 'no variables' },
    { source: 'FROM debian:13\nENV PATH=/a:$PATH A=1' },
  ],
});
