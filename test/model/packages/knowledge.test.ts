// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell variables
import { describe, expect, test } from 'vitest';
import {
  cacheFoldersOf,
  cacheSkippedBy,
  cleansCacheOf,
  isDevelopmentOmittedIn,
  knowledgeOf,
  type Manager,
  managers,
  mountTargetsOf,
} from '../../../src/model/packages/index.js';
import type { Scope, Variable } from '../../../src/model/scope.js';
import { readScript } from '../../../src/model/shell/script.js';
import { callIn } from './summary.js';

/** An environment of one variable; `null`: its value is not known. */
function scopeWith(name: string, value: string | null): Pick<Scope, 'variable'> {
  const set: Variable = { name, kind: 'ENV', value, instruction: undefined };
  return { variable: (asked) => (asked === name ? set : undefined) };
}

/** `manager/group` of everything that a script cleans. */
function cleanedBy(text: string, environment: Record<string, string> = {}): string[] {
  const place = { home: '/root', valueOf: (name: string) => environment[name] };
  const cleans = readScript(text, 0).commands.flatMap((command) => cleansCacheOf(command, place));
  return [...new Set(cleans.map(({ manager, group }) => `${manager}/${group}`))];
}

/** A command that installs the project or packages. */
function installOf(manager: Manager): string {
  const verbs: Partial<Record<Manager, string>> = {
    ...{ apk: 'add', pacman: '-S x', uv: 'sync', go: 'mod download', cargo: 'fetch' },
    ...{ maven: 'dependency:go-offline', gradle: 'dependencies', dotnet: 'restore' },
  };
  return `${knowledgeOf(manager).program} ${verbs[manager] ?? 'install'}`;
}

const RPM = ['dnf/index', 'dnf/downloads', 'yum/index', 'yum/downloads', 'microdnf/index', 'microdnf/downloads'];

describe('what a command cleans', () => {
  test.each<[string, string[]]>([
    ['rm -rf /var/lib/apt/lists/*', ['apt/index']],
    ['rm -rf /var/lib/apt/lists', ['apt/index']],
    ['rm -fr -- "/var/lib/apt/lists/"', ['apt/index']],
    ['rm -rf /var/lib/apt/lists/partial', []],
    ['rm -rf /var/lib/{apt,dpkg,cache,log}/', ['apt/index']],
    ['rm -rf /var/lib/apt', ['apt/index']],
    ['find /var/lib/apt/lists -type f -delete', ['apt/index']],
    ['find /var/lib/apt/lists -name "*.gz" -delete', []],
    ['find /usr -name __pycache__', []],
    ['apt-get clean', ['apt/downloads']],
    ['apt-get autoclean', []],
    ['apt-get distclean', ['apt/downloads', 'apt/index']],
    ['rm -rf /var/cache/apt/*', ['apt/downloads']],
    ['rm -rf /var/cache/apk/*', ['apk/index']],
    ['dnf clean all', ['dnf/index', 'dnf/downloads', 'yum/index', 'yum/downloads']],
    ['dnf clean packages', ['dnf/downloads', 'yum/downloads']],
    ['yum clean expire-cache', []],
    ['microdnf clean all', ['microdnf/index', 'microdnf/downloads']],
    ['rm -rf /var/cache/dnf*', RPM],
    ['zypper clean', ['zypper/downloads']],
    ['zypper clean -a', ['zypper/index', 'zypper/downloads']],
    ['pacman -Scc --noconfirm', []],
    ['yes | pacman -Scc', ['pacman/downloads']],
    ['rm -rf ~/.cache/pip', ['pip/downloads', 'pipenv/downloads']],
    ['rm -rf "$HOME/.npm"', ['npm/downloads']],
    ['rm -rf /home/node/.npm', ['npm/downloads']],
    ['rm -rf /usr/local/share/.cache', ['yarn/downloads']],
    ['yarn cache clean', ['yarn/downloads']],
    ['rm -rf ~/.bundle/ "${BUNDLE_PATH}"/ruby/*/cache', ['bundler/downloads']],
    ['rm -rf $CARGO_HOME/registry', ['cargo/downloads']],
    ['uv cache prune', []],
    ['dotnet nuget locals all', []],
    ['rm -rf /', []],
    ['echo rm -rf /var/lib/apt/lists/*', []],
  ])('%s', (text, expected) => {
    expect(cleanedBy(text).sort()).toEqual([...expected].sort());
  });

  test('a folder that a variable of the scope moves', () => {
    expect(cleanedBy('rm -rf /go/pkg/mod')).toEqual([]);
    expect(cleanedBy('rm -rf /go/pkg/mod', { GOPATH: '/go' })).toEqual(['go/downloads']);
  });

  test('the place is the word of the folder', () => {
    const [clean] = readScript('rm -rf /tmp/x /var/lib/apt/lists/*', 0).commands.flatMap((one) => cleansCacheOf(one));
    expect(clean?.at).toEqual({ start: 14, end: 34 });
  });
});

describe('every manager', () => {
  test.each(managers)('%s: its clean command cleans it', (manager) => {
    const { cleanCommand, folders } = knowledgeOf(manager);
    expect(cleanCommand).toBeDefined();
    expect(folders.length).toBeGreaterThan(0);
    const cleaned = cleanedBy(cleanCommand as string);
    expect(cleaned.some((one) => one.startsWith(`${manager}/`))).toBe(true);
  });

  test.each(managers)('%s: its program is read as a call of it', (manager) => {
    expect(callIn(installOf(manager))).toMatchObject({ manager, action: 'install' });
  });
});

describe('flags to insert do what they are for', () => {
  const withFlag = (manager: Manager, flag: string) => callIn(`${installOf(manager)} ${flag}`);

  test.each(managers)('%s', (manager) => {
    const { yesFlags, cacheOffFlags, skipRecommendedFlag, omitDevelopmentFlag, lockedFlag } = knowledgeOf(manager);
    for (const flag of yesFlags) expect(withFlag(manager, flag)?.assumesYes).toBe(true);
    for (const flag of cacheOffFlags) expect(withFlag(manager, flag)?.skipsCache).toBe(true);
    if (skipRecommendedFlag) expect(withFlag(manager, skipRecommendedFlag)?.skipsRecommended).toBe(true);
    if (omitDevelopmentFlag) expect(withFlag(manager, omitDevelopmentFlag)?.omitsDevelopment).toBe(true);
    if (lockedFlag) expect(withFlag(manager, lockedFlag)?.isLocked).toBe(true);
  });
});

describe('environment', () => {
  test.each<[string, string, string[]]>([
    ['NODE_ENV', 'production', ['npm', 'pnpm', 'yarn']],
    ['NODE_ENV', 'development', []],
    ['NPM_CONFIG_OMIT', 'dev', ['npm']],
    ['BUNDLE_WITHOUT', 'development:test', ['bundler']],
    ['BUNDLE_WITHOUT', 'test', []],
    ['COMPOSER_NO_DEV', '1', ['composer']],
    ['UV_NO_DEV', 'true', ['uv']],
  ])('%s=%s leaves development dependencies out for %j', (name, value, expected) => {
    const scope = scopeWith(name, value);
    expect(managers.filter((manager) => isDevelopmentOmittedIn(scope, manager))).toEqual(expected);
  });

  test('a value that is not known may leave them out', () => {
    expect(isDevelopmentOmittedIn(scopeWith('NODE_ENV', null), 'npm')).toBeUndefined();
    expect(isDevelopmentOmittedIn(scopeWith('NODE_ENV', null), 'pip')).toBe(false);
  });

  test.each<[string, string, string[]]>([
    ['PIP_NO_CACHE_DIR', '1', ['pip']],
    ['PIP_NO_CACHE_DIR', 'off', ['pip']],
    ['PIP_NO_CACHE_DIR', '', []],
    ['UV_NO_CACHE', '1', ['uv']],
    ['UV_NO_CACHE', '0', []],
    ['PATH', '1', []],
  ])('%s=%s keeps no cache for %j', (name, value, expected) => {
    expect(cacheSkippedBy(name, value)).toEqual(expected);
  });

  test('folders follow the user and the variables', () => {
    const root = { home: '/root', valueOf: () => undefined };
    const node = { home: '/home/node', valueOf: () => undefined };
    const rust = { home: '/root', valueOf: (name: string) => ({ CARGO_HOME: '/usr/local/cargo/' })[name] };
    expect(mountTargetsOf('npm', root)).toEqual(['/root/.npm']);
    expect(mountTargetsOf('npm', node)).toEqual(['/home/node/.npm']);
    expect(mountTargetsOf('apt', root)).toEqual(['/var/cache/apt', '/var/lib/apt']);
    expect(cacheFoldersOf('yarn', 'downloads', root)[0]).toBe('/usr/local/share/.cache/yarn');
    expect(cacheFoldersOf('yarn', 'downloads', node)[0]).toBe('/home/node/.cache/yarn');
    expect(mountTargetsOf('cargo', rust)).toEqual(['/usr/local/cargo/registry', '/usr/local/cargo/git']);
  });
});
