/** Maven and Gradle, with their wrappers. Their operands are goals and tasks, of which the last decides what a call does. */
import type { ShellWord } from '../shell/script.js';
import { type Ecosystem, makeCall, type Tool, valueWords } from './ecosystem.js';
import { defineManager } from './knowledge.js';
import { type OptionGrammar, readOptions } from './options.js';
import type { Action, PackageCall } from './package-call.js';

const MAVEN: OptionGrammar = {
  hasClusters: false,
  valued: [
    ...['-f', '--file', '-s', '--settings', '-gs', '--global-settings', '-pl', '--projects', '-P'],
    ...['--activate-profiles', '-D', '--define', '-T', '--threads', '-rf', '--resume-from', '-l', '--log-file'],
    ...['-b', '--builder', '-t', '--toolchains', '-gt', '--global-toolchains', '--color'],
  ],
};

const GRADLE: OptionGrammar = {
  hasClusters: false,
  valued: [
    ...['-p', '--project-dir', '-b', '--build-file', '-c', '--settings-file', '-g', '--gradle-user-home', '-x'],
    ...['--exclude-task', '-I', '--init-script', '--project-cache-dir', '--console', '--max-workers'],
    ...['--configuration', '--warning-mode', '--gradle-version', '--include-build', '-M'],
    ...['--write-verification-metadata'],
  ],
};

/** What a goal or task does; the first that matches. */
type Goals = readonly (readonly [RegExp, Action])[];

const MAVEN_GOALS: Goals = [
  [
    /(dependency(-maven)?(-plugin)?|go-offline-maven-plugin)(:[\w.]+)*:(go-offline|resolve[\w-]*|get|copy[\w-]*)$/,
    'install',
  ],
  [/:(run|dev|java|exec|start)$/, 'start'],
  [/^(compile|package|install|verify|deploy|test|test-compile|prepare-package|integration-test)$|^process-/, 'build'],
  [/:(repackage|build|build-image|single|shade|jar|war|native|compile)$/, 'build'],
];

const GRADLE_TASKS: Goals = [
  [/(^|:)(dependencies|(resolve|download|cache|fetch)\w*dependencies|buildEnvironment)$/i, 'install'],
  [/(^|:)(run|\w*Run|quarkusDev|appRun|runServer)$/, 'start'],
  [/(^|:)(build\w*|assemble\w*|classes|check|test|installDist|native\w*|publish\w*|compile\w*)$/, 'build'],
  [/(jar|war|zip|tar|dist)$/i, 'build'],
];

const maven = defineManager('maven', {
  program: 'mvn',
  folders: [{ group: 'downloads', path: '~/.m2/repository' }],
  manifests: ['pom.xml'],
  dependencyFolders: ['target'],
  cleanCommand: 'rm -rf ~/.m2/repository',
});

const gradle = defineManager('gradle', {
  program: 'gradle',
  folders: [
    { group: 'downloads', path: '~/.gradle/caches', movedBy: [{ variable: 'GRADLE_USER_HOME', below: '/caches' }] },
  ],
  mountFolders: [{ group: 'downloads', path: '~/.gradle', movedBy: [{ variable: 'GRADLE_USER_HOME', below: '' }] }],
  // Two daemons can't hold the locks of one user home across containers.
  cacheMountSharing: 'locked',
  manifests: [
    ...['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts', 'gradle.properties'],
    ...['gradle/libs.versions.toml'],
  ],
  lockFiles: ['gradle.lockfile'],
  dependencyFolders: ['build', '.gradle'],
  cleanCommand: 'rm -rf ~/.gradle/caches',
});

export const jvm: Ecosystem = {
  managers: [maven, gradle],
  programs: { mvn: 'maven', mvnw: 'maven', mvnd: 'maven', gradle: 'gradle', gradlew: 'gradle' },
  read: (tool) => (tool.manager === 'maven' ? readJvm(tool, MAVEN, MAVEN_GOALS) : readJvm(tool, GRADLE, GRADLE_TASKS)),
};

function readJvm(tool: Tool, grammar: OptionGrammar, goals: Goals): PackageCall {
  const { options, operands } = readOptions(tool.args, grammar);
  const { action, word } = decide(operands, goals);
  return makeCall(tool, {
    options,
    action,
    subcommand: word,
    installsProject: action === 'install' || action === 'build' || action === 'start',
    script: action === 'start' ? word?.text : undefined,
    manifestArguments: valueWords(options, ...(tool.manager === 'maven' ? ['-f', '--file'] : ['-b', '--build-file'])),
    folder: tool.manager === 'gradle' ? valueWords(options, '-p', '--project-dir').at(-1) : undefined,
  });
}

function decide(operands: readonly ShellWord[], goals: Goals): { action: Action; word: ShellWord | undefined } {
  for (const word of operands.toReversed()) {
    const found = goals.find(([pattern]) => pattern.test(word.text));
    if (found) return { action: found[1], word };
  }
  return { action: 'other', word: operands.at(-1) };
}
