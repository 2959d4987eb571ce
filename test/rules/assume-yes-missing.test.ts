import { assumeYesMissing } from '../../src/rules/assume-yes-missing.js';
import { testRule } from '../support/rule-table.js';

testRule(assumeYesMissing, {
  finds: [
    {
      source: 'FROM debian\nRUN apt-get update && «apt-get install» curl',
      variant: 'apt',
      severity: 'error',
      safety: 'safe',
      repaired: 'FROM debian\nRUN apt-get update && apt-get install -y curl',
    },
    { source: 'FROM debian\nRUN «apt-get -q install» curl', title: 'one -q is no yes', variant: 'apt' },
    {
      source: 'FROM debian\nRUN DEBIAN_FRONTEND=noninteractive «apt-get install» curl',
      title: 'the frontend is for debconf',
    },
    {
      source: 'FROM debian\nRUN apt-get update \\\n    && sudo «apt install» \\\n      curl',
      repaired: 'FROM debian\nRUN apt-get update \\\n    && sudo apt install -y \\\n      curl',
    },
    { source: 'FROM debian\nRUN «apt-get upgrade»', repaired: 'FROM debian\nRUN apt-get upgrade -y' },
    { source: 'FROM debian\nRUN «apt-get purge» gcc && «apt-get autoremove»' },
    {
      source: 'FROM debian\nRUN ["«apt-get", "install»", "curl"]',
      title: 'the exec form',
      repaired: 'FROM debian\nRUN ["apt-get", "install", "-y", "curl"]',
    },
    { source: 'FROM debian\nRUN <<EOF\napt-get update\n«apt-get install» curl\nEOF' },
    { source: "FROM debian\nRUN bash -c 'apt-get update && «apt-get install» curl'" },
    {
      source: 'FROM fedora\nRUN «dnf install» git',
      variant: 'dnf',
      repaired: 'FROM fedora\nRUN dnf install -y git',
    },
    { source: 'FROM fedora\nRUN «dnf group install» x && «dnf remove» y', variant: 'dnf' },
    { source: 'FROM centos\nRUN «yum install» git', variant: 'yum', repaired: 'FROM centos\nRUN yum install -y git' },
    { source: 'FROM centos\nRUN «yum localinstall» a.rpm', variant: 'yum' },
    {
      source: 'FROM opensuse/leap\nRUN «zypper install» git',
      variant: 'zypper',
      repaired: 'FROM opensuse/leap\nRUN zypper install -y git',
    },
    { source: 'FROM opensuse/leap\nRUN «zypper in» -n git', variant: 'zypper', title: '-n behind install is --name' },
  ],
  silent: [
    'FROM debian\nRUN apt-get install -y curl && apt-get -yqq install git && apt-get install --assume-yes vim',
    { source: 'FROM debian\nRUN apt-get -qq install curl && apt-get -q=2 install git', title: 'two -q are a yes' },
    'FROM debian\nRUN apt-get -o APT::Get::Assume-Yes=true install curl',
    'FROM debian\nRUN yes | apt-get install curl',
    { source: 'FROM debian\nRUN apt-get update && apt-get clean', title: 'these do not ask' },
    'FROM debian\nRUN apt-get -s install curl',
    {
      source: `FROM debian\nRUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install curl`,
      title: 'a configuration file answers',
    },
    'FROM debian\nCOPY <<EOF /etc/apt/apt.conf.d/90yes\nAPT::Get::Assume-Yes "true";\nEOF\nRUN apt-get install curl',
    {
      source: 'FROM debian\nCOPY 90conf /etc/apt/apt.conf.d/\nRUN apt-get install curl',
      title: 'a file that is not seen',
    },
    'FROM fedora\nRUN dnf -y install git && dnf install git --assumeyes && dnf makecache',
    { source: 'FROM fedora\nRUN dnf --setopt=assumeyes=1 install git', title: 'a setting of one call' },
    'FROM centos\nRUN yum -y install git && yum check-update',
    'FROM opensuse/leap\nRUN zypper -n install git && zypper --non-interactive remove vim && zypper refresh',
    { source: 'FROM redhat/ubi9-minimal\nRUN microdnf install git', title: 'microdnf never asks' },
    { source: 'FROM alpine\nRUN apk add git', title: 'apk never asks' },
  ],
});
