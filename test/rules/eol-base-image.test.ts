import { eolBaseImage } from '../../src/rules/eol-base-image.js';
import { testRule } from '../support/rule-table.js';

const on = (today: string) => ({ today });

testRule(eolBaseImage, {
  finds: [
    { source: 'FROM «mcr.microsoft.com/dotnet/runtime:8.0-azurelinux3.0»', noFix: true },
    { source: 'FROM «mysql:8.0-debian»', noFix: true, title: 'the newest one is on another distribution' },
    { source: 'FROM «mysql:8.0»', repaired: 'FROM mysql:9.7' },
    {
      source: 'FROM «mongo:8.2»',
      repaired: 'FROM mongo:8.3',
      title: 'not back to 8.0, which lasts longer',
    },
    { source: 'FROM «node:20-alpine»', severity: 'warning', safety: 'suggested', repaired: 'FROM node:26-alpine' },
    { source: 'FROM «python:3.9-slim-bullseye»', severity: 'warning', repaired: 'FROM python:3.14-slim' },
    {
      source: 'FROM «golang:1.22» AS build\nFROM alpine:3.24',
      severity: 'warning',
      repaired: 'FROM golang:1.27 AS build\nFROM alpine:3.24',
    },
    { source: 'FROM «alpine:3.20»', repaired: 'FROM alpine:3.24' },
    { source: 'FROM «ubuntu:18.04»' },
    { source: 'FROM «centos:7»', severity: 'warning', noFix: true },
    { source: 'FROM «ruby:2.7»', repaired: 'FROM ruby:4.0' },
    { source: 'FROM «php:7.4-fpm-alpine»', repaired: 'FROM php:8.5-fpm-alpine' },
    { source: 'FROM «mcr.microsoft.com/dotnet/aspnet:8.0»', repaired: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0' },
    { source: 'FROM «openjdk:17-jdk»', repaired: 'FROM eclipse-temurin:17-jdk' },
    {
      source: 'FROM «gcr.io/distroless/static-debian12:nonroot»',
      repaired: 'FROM gcr.io/distroless/static-debian13:nonroot',
    },
    {
      title: 'the distribution below a program that lives',
      source: 'FROM «node:22-bullseye-slim»',
      repaired: 'FROM node:22-trixie-slim',
    },
    {
      title: 'long-term support is left',
      source: 'FROM «debian:bookworm-slim»',
      severity: 'info',
      repaired: 'FROM debian:trixie-slim',
    },
    {
      title: 'from a mirror',
      source: 'FROM «public.ecr.aws/docker/library/node:20-slim»',
      repaired: 'FROM public.ecr.aws/docker/library/node:26-slim',
    },
    { title: 'copied from', source: 'FROM alpine:3.24\nCOPY --from=«node:18» /usr/local/bin/node /usr/bin/' },
    {
      title: 'the version comes from an argument',
      source: 'ARG VERSION=18\nFROM «node:$VERSION»',
      noFix: true,
    },
    {
      title: 'a digest names one image, whose successor is for you to choose',
      source: `FROM «node:18@sha256:${'0123456789abcdef'.repeat(4)}»`,
      noFix: true,
    },
    { title: 'the day decides', source: 'FROM «node:24-trixie-slim»', input: on('2028-05-01') },
  ],
  silent: [
    'FROM node:26-slim',
    'FROM python:3.14-slim',
    'FROM golang:1.27',
    'FROM alpine:3.24',
    'FROM debian:trixie-slim',
    'FROM ubuntu:26.04',
    'FROM gcr.io/distroless/static-debian13:nonroot',
    'FROM scratch\nCOPY app /',
    { title: 'supported on the last day', source: 'FROM node:20-trixie-slim', input: on('2026-04-30') },
    { title: 'not over yet on that day', source: 'FROM alpine:3.20', input: on('2025-01-01') },
    { title: 'nothing is known of it', source: 'FROM example.org/node:12' },
    { title: 'the version is not known', source: 'ARG VERSION\nFROM node:$VERSION' },
    { title: 'a stage of that name', source: 'FROM node:26-slim AS centos\nFROM centos' },
  ],
});
