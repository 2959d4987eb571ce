/** The processes of a container from `docker top -eo pid,ppid,args`, as one line. */
import { basename } from 'node:path';

interface Row {
  readonly pid: string;
  readonly parent: string;
  readonly name: string;
}

/** Servers that start workers of their own name show once. */
export function treeLine(top: string): string {
  const rows = top.split('\n').slice(1).flatMap(readRow);
  const root = rows.find(({ parent }) => !rows.some(({ pid }) => pid === parent));
  return root ? lineOf(root, rows) : '';
}

function lineOf(row: Row, rows: readonly Row[]): string {
  const children = rows
    .filter(({ parent, name }) => parent === row.pid && !(name === row.name && !isLauncher(name)))
    .map((child) => lineOf(child, rows));
  return children.length > 0 ? `${row.name}(${children.join(' ')})` : row.name;
}

/** Node.js and shells start others of their own name. */
function isLauncher(name: string): boolean {
  return /^(?:node|sh|bash|dash|npm)$/.test(name);
}

function readRow(line: string): Row[] {
  const [, pid = '', parent = '', args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
  return pid === '' ? [] : [{ pid, parent, name: nameOf(args.trim()) }];
}

/** Managers are scripts of Node.js or Python, and go by their own names; so do scripts of a shell. */
function nameOf(args: string): string {
  const words = args.split(/\s+/);
  const [program = '', script = ''] = words.map((word) => basename(word));
  if (/^(?:nginx|php-fpm):$/.test(program)) return program.slice(0, -1);
  if (program === 'busybox') return script;
  if (/^(?:node|python[\d.]*)$/.test(program) && /^(?:npm|yarn|pnpm)(?:\.c?js)?$/.test(script))
    return script.replace(/\.c?js$/, '');
  if (/^python/.test(program) && words[1]?.startsWith('/usr/bin/')) return script;
  if (program === 'npm' && script === 'exec') return 'npm';
  return /^(?:sh|bash)$/.test(program) && /^\/.*\.sh$/.test(words[1] ?? '') ? script : program;
}
