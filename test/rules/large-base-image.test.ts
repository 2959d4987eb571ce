import { largeBaseImage } from '../../src/rules/large-base-image.js';
import { testRule } from '../support/rule-table.js';

testRule(largeBaseImage, {
  finds: [
    {
      source: 'FROM «node:26»\nCMD ["node"]',
      severity: 'info',
      safety: 'suggested',
      repaired: 'FROM node:26-slim\nCMD ["node"]',
    },
    { source: 'FROM «python:3.14»', repaired: 'FROM python:3.14-slim' },
    { source: 'FROM «debian:trixie» AS run', repaired: 'FROM debian:trixie-slim AS run' },
    { source: 'FROM «node»', title: 'no tag', repaired: 'FROM node:slim' },
    { source: 'FROM «ruby:4.0»\nRUN bundle install' },
    {
      source: 'FROM golang AS build\nFROM «node:24-bookworm»\nCOPY --from=build /a /a',
      repaired: 'FROM golang AS build\nFROM node:24-bookworm-slim\nCOPY --from=build /a /a',
    },
    { source: 'FROM «node:26» AS base\nFROM base AS build\nFROM base', title: 'by way of another stage' },
    { source: 'ARG V=26\nFROM «node:$V»', title: 'a variable stays where it is', noFix: true },
    {
      source: `FROM «node:26@sha256:${'0'.repeat(64)}»`,
      title: 'a digest decides, not the tag',
      noFix: true,
    },
    { source: 'FROM «docker.io/library/node:26»', repaired: 'FROM docker.io/library/node:26-slim' },
  ],
  silent: [
    'FROM node:26-slim',
    'FROM node:26-alpine',
    'FROM debian:trixie-slim',
    'FROM ubuntu:26.04',
    'FROM scratch',
    { source: 'FROM node:26 AS build\nFROM node:26-slim\nCOPY --from=build /a /a', title: 'a stage to build in' },
    { source: 'FROM golang:1.27', title: 'another rule speaks about development kits' },
    'FROM eclipse-temurin:25-jdk',
    { source: 'FROM registry.example.org/team/base:1', title: 'not known' },
    { source: 'FROM node:26 AS dev', title: 'made to work in' },
    'ARG BASE\nFROM $BASE',
  ],
});
