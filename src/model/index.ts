/** The model's public face: what rules, engine and views import. */
export { asWritten, callName } from './as-written.js';
export { baseName } from './base-name.js';
export type { BuildInput, ContextFile } from './build-input.js';
export { copySourceKind } from './copy-source.js';
export { type Dockerfile, parseDockerfile, parseVersion } from './dockerfile.js';
export type { BaseImage, EndOfLife } from './images/base-image.js';
export { distributionName } from './images/distribution-name.js';
export { plainRepository } from './images/family.js';
export { knowBaseImage } from './images/knowledge.js';
export type { ImageName, ImageReference } from './images/reference.js';
export { parseImageName } from './images/reference.js';
export * from './instruction.js';
export type { Mount } from './mount.js';
export * from './packages/index.js';
export type { Problem, ProblemVariant } from './problems.js';
export { isRecord, recordIn, type UnknownRecord } from './record.js';
export type { RunCommand } from './run-command.js';
export type { Scope, ShellInForce } from './scope.js';
export { SharedMap } from './shared-map.js';
export { execsItself, isShellBuiltin, ownCommands, shellStays, trapsStopSignal } from './shell/last-command.js';
export {
  commandFromWords,
  isShellName,
  readScript,
  type Script,
  type ShellCommand,
  type ShellPipeline,
  type ShellWord,
} from './shell/script.js';
export { type ShellNote, type ShellNotes, type ShellScript, shellScriptsOf } from './shell/shell-script.js';
export * from './span.js';
export { isBuiltOn, lastOf, lineage, type Stage, type StageUse } from './stage.js';
export { startCommandOf } from './start-command.js';
export { suggest } from './suggest.js';
export type { Directive } from './syntax/directives.js';
export type { Heredoc } from './syntax/heredoc.js';
export type { ExecWord } from './syntax/json-form.js';
export type { Comment } from './syntax/reader.js';
export { expand, type Lookup, type Word } from './syntax/word.js';
export { isPredefinedArgument, PLATFORM_ARGUMENTS } from './variables/predefined-arguments.js';
export { scriptVariables } from './variables/script-variables.js';
export { builderUses, type NameUse } from './variables/word-variables.js';
