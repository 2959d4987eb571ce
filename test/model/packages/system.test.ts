// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell variables
import { describe, expect, test } from 'vitest';
import { type Row, summarise } from './summary.js';

const APT: Row[] = [
  ['apt-get update', { manager: 'apt', tool: 'apt-get', action: 'update-index', packages: [] }],
  ['apt-get install -y curl git', { action: 'install', packages: ['curl!', 'git!'], yes: true, recommended: false }],
  [
    'apt-get -y install curl',
    { action: 'install', packages: ['curl!'], yes: true, flagsAt: 'apt-get -y install| curl' },
  ],
  ['apt-get install curl', { yes: false, flagsAt: 'apt-get install| curl' }],
  ['apt-get install --yes curl', { yes: true }],
  ['apt-get install --assume-yes curl', { yes: true }],
  ['apt-get install -yqq curl', { yes: true, packages: ['curl!'] }],
  ['apt-get install -qy curl', { yes: true }],
  ['apt-get install -qq curl', { yes: true }],
  ['apt-get -q install -q curl', { yes: true }],
  ['apt-get install -q curl', { yes: false }],
  ['apt-get install -q=2 curl', { yes: true }],
  ['apt-get install -q=1 curl', { yes: false }],
  ['aptitude install -qq curl', { tool: 'aptitude', yes: false }],
  ['apt-get -o APT::Get::Assume-Yes=true install curl', { yes: true, packages: ['curl!'] }],
  ['DEBIAN_FRONTEND=noninteractive apt-get install curl', { yes: false }],
  ['yes | apt-get install curl', { yes: true }],
  ['echo y | apt-get install curl', { yes: true }],
  ['echo n | apt-get install curl', { yes: false }],
  ['apt-get install --no-install-recommends -y curl', { recommended: true }],
  ['apt-get install -o APT::Install-Recommends=0 curl', { recommended: true, packages: ['curl!'] }],
  ['apt-get install -o APT::Install-Recommends=false curl', { recommended: true }],
  ['apt-get install -o APT::Install-Recommends="no" curl', { recommended: true }],
  ['apt-get install -oapt::install-recommends=no curl', { recommended: true, packages: ['curl!'] }],
  ['apt-get install -o APT::Install-Recommends=true curl', { recommended: false }],
  ['apt-get install -t bookworm-backports curl', { packages: ['curl!'] }],
  ['apt-get install --target-release sid curl', { packages: ['curl!'] }],
  [
    'apt-get install curl=8.5.0-2 git/bookworm libc6:i386',
    { packages: ['curl = 8.5.0-2', 'git / bookworm', 'libc6!'] },
  ],
  ['apt-get install ./a.deb /tmp/b.deb $D/c.deb', { packages: ['file ./a.deb', 'file /tmp/b.deb', 'file $D/c.deb'] }],
  ['apt-get install $PACKAGES', { packages: ['variable $PACKAGES!'] }],
  ['apt-get install "curl=${V:-1=2}" lib${N}-dev', { packages: ['curl = ${V:-1=2}', 'variable lib${N}-dev!'] }],
  ['apt-get install $(cat packages.txt)', { packages: ['variable $(cat packages.txt)!'] }],
  ['apt-get install curl > /dev/null 2>&1', { packages: ['curl!'] }],
  ['apt-get install -- curl', { packages: ['curl!'] }],
  ['apt-get install --only-upgrade openssl', { action: 'upgrade', packages: ['openssl!'] }],
  ['apt-get upgrade -y', { action: 'upgrade', packages: [] }],
  ['apt-get dist-upgrade', { action: 'dist-upgrade' }],
  ['apt full-upgrade', { tool: 'apt', action: 'dist-upgrade' }],
  ['apt-get purge -y --auto-remove gcc', { action: 'remove', packages: ['gcc!'] }],
  ['apt-get clean', { action: 'clean-cache' }],
  ['sudo -E /usr/bin/apt-get install curl', { tool: 'apt-get', packages: ['curl!'] }],
  ['xargs -a packages.txt apt-get install -y', { manager: 'apt', action: 'install', yes: true, packages: [] }],
  ['apt-cache policy', undefined],
  ['echo apt-get install curl', undefined],
];

const APK: Row[] = [
  ['apk add --no-cache curl', { manager: 'apk', action: 'install', packages: ['curl!'], cache: true, yes: true }],
  ['apk add curl', { cache: false, recommended: undefined, virtual: undefined }],
  [
    'apk --no-cache --update add curl',
    { cache: true, packages: ['curl!'], flagsAt: 'apk --no-cache --update add| curl' },
  ],
  ['apk add --virtual .deps gcc musl-dev', { virtual: '.deps', packages: ['gcc!', 'musl-dev!'] }],
  ['apk add -t .deps gcc', { virtual: '.deps', packages: ['gcc!'] }],
  ['apk add --virtual=.deps $PHPIZE_DEPS', { virtual: '.deps', packages: ['variable $PHPIZE_DEPS!'] }],
  [
    'apk add curl=8.5.0-r0 "git~2.43" "bash>5" "jq<2"',
    { packages: ['curl = 8.5.0-r0', 'git ~ 2.43', 'bash > 5!', 'jq < 2'] },
  ],
  ['apk add git@edge ./own.apk', { packages: ['git!', 'file ./own.apk'] }],
  ['apk add -X https://host/edge/main curl', { packages: ['curl!'] }],
  ['apk del .deps', { action: 'remove', packages: ['.deps!'] }],
  ['apk update', { action: 'update-index' }],
  ['apk -U upgrade', { action: 'upgrade' }],
  ['apk cache clean', { action: 'clean-cache', packages: [] }],
];

const RPM: Row[] = [
  ['dnf install -y nginx', { manager: 'dnf', action: 'install', packages: ['nginx!'], yes: true, recommended: false }],
  ['dnf install nginx', { yes: false }],
  ['dnf --assumeyes install nginx', { yes: true }],
  ['dnf --setopt=assumeyes=1 install nginx', { yes: true, packages: ['nginx!'] }],
  ['dnf install --setopt install_weak_deps=False nginx', { recommended: true, packages: ['nginx!'] }],
  ['dnf install --setopt=install_weak_deps=0 nginx', { recommended: true }],
  ['dnf install nginx-1.24.0-2.el9.x86_64 nginx-1.24', { packages: ['nginx - 1.24.0-2.el9.x86_64', 'nginx - 1.24'] }],
  ['dnf install java-17-openjdk gcc-toolset-12', { packages: ['java-17-openjdk!', 'gcc-toolset-12!'] }],
  ['dnf install nginx-${V} $PKGS glibc.i686', { packages: ['nginx - ${V}', 'variable $PKGS!', 'glibc!'] }],
  ['dnf module install nodejs:20', { action: 'install', packages: ['nodejs : 20'] }],
  ['dnf group install "Development Tools"', { action: 'install', packages: ['Development Tools!'] }],
  ['dnf upgrade -y', { action: 'upgrade' }],
  ['dnf distro-sync', { action: 'dist-upgrade' }],
  ['dnf makecache', { action: 'update-index' }],
  ['dnf clean all', { action: 'clean-cache', packages: [] }],
  ['dnf config-manager --set-enabled crb', { action: 'config' }],
  ['dnf5 install -y git', { manager: 'dnf', tool: 'dnf5' }],
  [
    'yum localinstall -y https://host/x.rpm ./y.rpm',
    { manager: 'yum', action: 'install', packages: ['url https://host/x.rpm', 'file ./y.rpm'] },
  ],
  ['yum -y update', { action: 'upgrade', yes: true }],
  ['yum --enablerepo epel install jq', { packages: ['jq!'], yes: false }],
  // microdnf: "does nothing, we always assume yes".
  ['microdnf install git', { manager: 'microdnf', yes: true }],
];

const ZYPPER: Row[] = [
  ['zypper --non-interactive install curl', { manager: 'zypper', action: 'install', yes: true, packages: ['curl!'] }],
  ['zypper -n in curl', { yes: true, action: 'install' }],
  ['zypper in -y curl', { yes: true }],
  ['zypper install -n curl', { yes: false }],
  ['zypper in --no-recommends "curl>=8" git=2.43', { recommended: true, packages: ['curl >= 8!', 'git = 2.43'] }],
  ['zypper dup', { action: 'dist-upgrade' }],
  ['zypper ref', { action: 'update-index' }],
  ['zypper cc --all', { action: 'clean-cache' }],
  ['zypper ar https://host/repo name', { action: 'config' }],
];

const PACMAN: Row[] = [
  ['pacman -Syu --noconfirm git', { manager: 'pacman', action: 'install', packages: ['git!'], yes: true }],
  ['pacman -S git', { action: 'install', yes: false, flagsAt: 'pacman -S| git' }],
  ['pacman -Sy', { action: 'update-index' }],
  ['pacman -Syyu --noconfirm', { action: 'upgrade' }],
  ['pacman -Rns gcc', { action: 'remove', packages: ['gcc!'] }],
  ['pacman -U ./x.pkg.tar.zst', { action: 'install', packages: ['file ./x.pkg.tar.zst'] }],
  ['pacman -Scc', { action: 'clean-cache' }],
  ['pacman -Ss git', { action: 'other' }],
];

describe.each([
  ['apt', APT],
  ['apk', APK],
  ['rpm', RPM],
  ['zypper', ZYPPER],
  ['pacman', PACMAN],
])('%s', (_, rows) => {
  test.each(rows)('%s', (text, expected) => {
    if (expected) expect(summarise(text)).toMatchObject(expected);
    else expect(summarise(text)).toBeUndefined();
  });
});
