/** A package.json as far as builds depend on it: its scripts, and whether what they call is a development dependency. */

import type { BuildInput } from '../build-input.js';
import { isRecord, recordIn } from '../record.js';
import { readScript, type ShellCommand } from '../shell/script.js';
import { packageCallOf } from './read-call.js';

export interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
}

/** Reads a package.json; undefined where the text is none. */
export function readPackageJson(text: string): PackageJson | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const json = isRecord(value) ? value : undefined;
  if (!json) return undefined;
  const scripts = Object.entries(recordIn(json, 'scripts')).filter(([, script]) => typeof script === 'string');
  const optional = Object.keys(recordIn(json, 'optionalDependencies'));
  return {
    scripts: Object.fromEntries(scripts) as Record<string, string>,
    dependencies: new Set([...Object.keys(recordIn(json, 'dependencies')), ...optional]),
    devDependencies: new Set(Object.keys(recordIn(json, 'devDependencies'))),
  };
}

/** The package.json of a build context that has one only, those of installed packages apart. */
export function onlyPackageJson({ context }: BuildInput): PackageJson | undefined {
  const files = (context ?? []).filter(
    ({ path }) => /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)node_modules\//.test(path),
  );
  const [{ text } = {}, ...more] = files;
  return more.length === 0 && text !== undefined ? readPackageJson(text) : undefined;
}

/** A program and the package that brings it. */
export interface DevelopmentTool {
  readonly program: string;
  readonly package: string;
}

/**
 * The programs of development dependencies that a script calls, those of the scripts that it runs included. `script` is
 * a script's name or, as pnpm and yarn take it, a program's. Undefined where package.json knows no such script or program.
 */
export function developmentToolsOf(json: PackageJson, script: string): DevelopmentTool[] | undefined {
  const seen = new Set<string>();
  const tools = new Map<string, DevelopmentTool>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const part of [`pre${name}`, name, `post${name}`]) {
      const text = json.scripts[part];
      for (const command of text === undefined ? [] : readScript(text, 0).commands) visitCommand(command);
    }
    if (json.scripts[name] === undefined) add(name);
  };
  const visitCommand = (command: ShellCommand) => {
    const inner = packageCallOf(command)?.script;
    if (inner !== undefined) visit(inner);
    else if (command.name !== undefined) add(launchedBy(command));
  };
  const add = (program: string) => {
    const brought = packagesBringing(program).find((name) => json.devDependencies.has(name));
    if (brought !== undefined && !packagesBringing(program).some((name) => json.dependencies.has(name)))
      tools.set(program, { program, package: brought });
  };
  visit(script);
  const isKnown = json.scripts[script] !== undefined || tools.size > 0;
  return isKnown ? [...tools.values()] : undefined;
}

/** Programs that start the one behind them. */
const LAUNCHERS = new Set(['npx', 'cross-env', 'cross-env-shell', 'dotenv']);

function launchedBy({ name = '', args }: ShellCommand): string {
  if (!LAUNCHERS.has(name)) return name;
  return args.find(({ text }) => !text.startsWith('-') && !text.includes('='))?.text ?? name;
}

/** Programs whose package has another name. A program that is not here is looked for under its own. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  tsc: ['typescript'],
  ng: ['@angular/cli'],
  nest: ['@nestjs/cli'],
  babel: ['@babel/cli'],
  swc: ['@swc/cli'],
  webpack: ['webpack', 'webpack-cli'],
  'vue-cli-service': ['@vue/cli-service'],
  'vue-tsc': ['vue-tsc'],
  remix: ['@remix-run/dev'],
  'react-router': ['@react-router/dev'],
  'svelte-kit': ['@sveltejs/kit'],
  nuxi: ['nuxi', 'nuxt'],
  gulp: ['gulp', 'gulp-cli'],
  grunt: ['grunt', 'grunt-cli'],
  tailwindcss: ['tailwindcss', '@tailwindcss/cli'],
  biome: ['@biomejs/biome'],
};

function packagesBringing(program: string): readonly string[] {
  return Object.hasOwn(PACKAGES, program) ? (PACKAGES[program] as readonly string[]) : [program];
}
