/** Package managers that start a program, or a script of the project. */
import type { PackageCall } from '../../model/index.js';

export type Starter =
  | 'npm'
  | 'yarn'
  | 'pnpm'
  | 'node-run'
  | 'poetry'
  | 'pipenv'
  | 'maven'
  | 'gradle'
  | 'cargo'
  | 'go-run';

const RUNS = new Set(['start', 'run', 'run-script', 'rum', 'urn', undefined]);

/** Undefined where a call starts no program, or one that ends by itself, such as tests. */
export function starterOf({ manager, tool, action, subcommand }: PackageCall): Starter | undefined {
  if (action !== 'start' && action !== 'run-script') return undefined;
  switch (manager) {
    case 'npm':
      if (tool === 'node --run') return 'node-run';
      return RUNS.has(subcommand?.text) ? 'npm' : undefined;
    case 'yarn':
    case 'pnpm':
      return subcommand && /^(?:exec|node|dlx|test|t)$/.test(subcommand.text) ? undefined : manager;
    case 'poetry':
    case 'pipenv':
      return manager;
    case 'maven':
    case 'gradle':
    case 'cargo':
      return action === 'start' ? manager : undefined;
    case 'go':
      return action === 'start' ? 'go-run' : undefined;
    default:
      return undefined;
  }
}

/** They run scripts of package.json. */
export function isOfNode(starter: Starter): starter is 'npm' | 'yarn' | 'pnpm' | 'node-run' {
  return starter === 'npm' || starter === 'yarn' || starter === 'pnpm' || starter === 'node-run';
}
