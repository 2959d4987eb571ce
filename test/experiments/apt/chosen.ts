/** Lines chosen for what they show: caches, databases, bytecode, alternatives, documentation, large bases. */
import type { Line } from './lines.js';

export type Chosen = Omit<Line, 'training'> & Partial<Pick<Line, 'training'>>;

/** What this line makes of its own is what src/data/packages/made-by-scripts.ts says: it can test nothing. */
function teaching(line: Chosen): Chosen {
  return { ...line, training: true };
}

function on(base: string, release: string, recommends: boolean): (names: string) => Chosen {
  return (names) => ({ release, base, names: names.split(' '), recommends, origin: 'chosen' });
}

const slim = on('debian:trixie-slim', '13', false);
const slimWithAll = on('debian:trixie-slim', '13', true);
const full = on('debian:trixie', '13', false);
const large = on('buildpack-deps:trixie', '13', false);
const older = on('debian:bookworm-slim', '12', false);
const olderWithAll = on('debian:bookworm-slim', '12', true);
const olderFull = on('debian:bookworm', '12', false);

export const CHOSEN: readonly Chosen[] = [
  slim('curl'),
  slim('ca-certificates'),
  slim('git'),
  slimWithAll('git'),
  slim('python3'),
  full('python3'),
  slim('python3-pip python3-venv'),
  slimWithAll('python3-pip'),
  slim('build-essential'),
  slim('imagemagick'),
  slim('nodejs'),
  slim('vim'),
  slim('postgresql-client'),
  teaching(slim('postgresql')),
  teaching(slim('mariadb-server')),
  slim('redis-server'),
  slim('nginx'),
  slimWithAll('apache2'),
  slim('php-cli php-curl php-mbstring php-xml'),
  slim('openssh-server'),
  slim('locales'),
  slim('cron rsyslog'),
  slim('ruby-full'),
  slim('fonts-liberation fontconfig'),
  slim('ghostscript'),
  full('default-jre-headless'),
  slim('libgtk-3-dev'),
  slimWithAll('cmake pkg-config'),
  slim('gdb'),
  slim('systemd'),
  slimWithAll('wget gnupg'),
  large('vim'),
  large('default-jre-headless'),
  large('python3-dev python3-venv'),
  older('curl'),
  older('git'),
  older('python3 python3-pip'),
  older('build-essential'),
  older('nginx'),
  older('imagemagick'),
  olderWithAll('wget ca-certificates'),
  olderWithAll('postgresql-client'),
  olderFull('vim'),
  olderFull('default-jre-headless'),
  older('nodejs'),
  older('postgresql'),
];
