/** The rules, in alphabetical order. This is the only list of them. */
import { addInsteadOfCopy } from './add-instead-of-copy.js';
import { aptInsteadOfAptGet } from './apt-instead-of-apt-get.js';
import { argOutOfScope } from './arg-out-of-scope.js';
import { assumeYesMissing } from './assume-yes-missing.js';
import { buildError } from './build-error.js';
import { buildToolsShipped } from './build-tools-shipped.js';
import { cacheMountIneffective } from './cache-mount-ineffective.js';
import { cdInRun } from './cd-in-run.js';
import { copyAllBeforeInstall } from './copy-all-before-install.js';
import { copyFromInvalid } from './copy-from-invalid.js';
import { copyIgnoredFile } from './copy-ignored-file.js';
import { copyRelativeWithoutWorkdir } from './copy-relative-without-workdir.js';
import { copySourceMissing } from './copy-source-missing.js';
import { descriptionCommentFormat } from './description-comment-format.js';
import { devDependenciesMissingForBuild } from './dev-dependencies-missing-for-build.js';
import { devDependenciesShipped } from './dev-dependencies-shipped.js';
import { directiveIgnored } from './directive-ignored.js';
import { duplicateStageName } from './duplicate-stage-name.js';
import { dynamicBinaryWithoutLibc } from './dynamic-binary-without-libc.js';
import { emptyContinuationLine } from './empty-continuation-line.js';
import { entrypointDropsCmd } from './entrypoint-drops-cmd.js';
import { envSelfReference } from './env-self-reference.js';
import { eolBaseImage } from './eol-base-image.js';
import { execFormInvalid } from './exec-form-invalid.js';
import { execFormVariable } from './exec-form-variable.js';
import { exposeHostPort } from './expose-host-port.js';
import { imageNotPinned } from './image-not-pinned.js';
import { incompatibleArtifactCopy } from './incompatible-artifact-copy.js';
import { inconsistentCasing } from './inconsistent-casing.js';
import { instructionInsideRun } from './instruction-inside-run.js';
import { instructionOverridden } from './instruction-overridden.js';
import { invalidDefaultArgInFrom } from './invalid-default-arg-in-from.js';
import { labelInvalid } from './label-invalid.js';
import { largeBaseImage } from './large-base-image.js';
import { legacyKeyValue } from './legacy-key-value.js';
import { maintainerDeprecated } from './maintainer-deprecated.js';
import { noCommand } from './no-command.js';
import { ownershipChangeCopiesFiles } from './ownership-change-copies-files.js';
import { packageCacheLeft } from './package-cache-left.js';
import { packageManagerAsPid1 } from './package-manager-as-pid-1.js';
import { packageUpdateAlone } from './package-update-alone.js';
import { pipeToShell } from './pipe-to-shell.js';
import { pipeWithoutPipefail } from './pipe-without-pipefail.js';
import { platformHardCoded } from './platform-hard-coded.js';
import { recommendedPackagesInstalled } from './recommended-packages-installed.js';
import { redundantTargetPlatform } from './redundant-target-platform.js';
import { removeInLaterLayer } from './remove-in-later-layer.js';
import { reservedStageName } from './reserved-stage-name.js';
import type { Rule } from './rule.js';
import { runsAsRoot } from './runs-as-root.js';
import { secretHardCoded } from './secret-hard-coded.js';
import { secretNameInArgEnv } from './secret-name-in-arg-env.js';
import { shellFormCommand } from './shell-form-command.js';
import { shellMissing } from './shell-missing.js';
import { shellWrapperKeepsPid1 } from './shell-wrapper-keeps-pid-1.js';
import { shellcheck } from './shellcheck.js';
import { spaceAroundEquals } from './space-around-equals.js';
import { stageNeverUsed } from './stage-never-used.js';
import { sudoUsed } from './sudo-used.js';
import { trailingComment } from './trailing-comment.js';
import { undefinedVariable } from './undefined-variable.js';
import { unusedArg } from './unused-arg.js';
import { userCommandNotInBase } from './user-command-not-in-base.js';
import { volatileValueEarly } from './volatile-value-early.js';
import { workdirRelative } from './workdir-relative.js';

export const rules: readonly Rule[] = [
  addInsteadOfCopy,
  aptInsteadOfAptGet,
  argOutOfScope,
  assumeYesMissing,
  buildError,
  buildToolsShipped,
  cacheMountIneffective,
  cdInRun,
  copyAllBeforeInstall,
  copyFromInvalid,
  copyIgnoredFile,
  copyRelativeWithoutWorkdir,
  copySourceMissing,
  descriptionCommentFormat,
  devDependenciesMissingForBuild,
  devDependenciesShipped,
  directiveIgnored,
  duplicateStageName,
  dynamicBinaryWithoutLibc,
  emptyContinuationLine,
  entrypointDropsCmd,
  envSelfReference,
  eolBaseImage,
  execFormInvalid,
  execFormVariable,
  exposeHostPort,
  imageNotPinned,
  incompatibleArtifactCopy,
  inconsistentCasing,
  instructionInsideRun,
  instructionOverridden,
  invalidDefaultArgInFrom,
  labelInvalid,
  largeBaseImage,
  legacyKeyValue,
  maintainerDeprecated,
  noCommand,
  ownershipChangeCopiesFiles,
  packageCacheLeft,
  packageManagerAsPid1,
  packageUpdateAlone,
  pipeToShell,
  pipeWithoutPipefail,
  platformHardCoded,
  recommendedPackagesInstalled,
  redundantTargetPlatform,
  removeInLaterLayer,
  reservedStageName,
  runsAsRoot,
  secretHardCoded,
  secretNameInArgEnv,
  shellFormCommand,
  shellMissing,
  shellWrapperKeepsPid1,
  shellcheck,
  spaceAroundEquals,
  stageNeverUsed,
  sudoUsed,
  trailingComment,
  undefinedVariable,
  unusedArg,
  userCommandNotInBase,
  volatileValueEarly,
  workdirRelative,
];
