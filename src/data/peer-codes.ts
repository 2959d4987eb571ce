/**
 * The codes of other linters, read from their sources in August 2026. Which rule answers to a code stands with the rule;
 * a code that no rule answers to is left out, and the reason stands here.
 */

/** What hadolint says of a code when nobody configured anything; `off`: nothing, until asked. */
export type PeerSeverity = 'error' | 'warning' | 'info' | 'style' | 'off';

export interface Peer {
  readonly title: string;
  /** The version, or the day of the source that was read. */
  readonly readFrom: string;
  readonly codes: readonly string[];
  /** The codes that no rule answers to, and why. */
  readonly leftOut: Readonly<Record<string, string>>;
}

const HADOLINT_CODES: Readonly<Record<PeerSeverity, string>> = {
  error: `
    DL1000 DL3000 DL3004 DL3011 DL3012 DL3020 DL3021 DL3023 DL3024 DL3026 DL3043 DL3044 DL3061 DL4000 DL4004
  `,
  warning: `
    DL3002 DL3003 DL3006 DL3007 DL3008 DL3013 DL3014 DL3016 DL3018 DL3022 DL3025 DL3027 DL3028 DL3029 DL3030
    DL3032 DL3033 DL3034 DL3035 DL3036 DL3037 DL3038 DL3040 DL3041 DL3042 DL3045 DL3046 DL3051 DL3052 DL3053
    DL3054 DL3055 DL3056 DL3058 DL3062 DL3063 DL3064 DL3065 DL3067 DL4001 DL4003 DL4005 DL4006
  `,
  info: `
    DL3001 DL3009 DL3010 DL3015 DL3019 DL3047 DL3049 DL3050 DL3059 DL3060 DL3066
  `,
  style: `
    DL3048
  `,
  off: `
    DL1001 DL3057
  `,
};

/** By code, for hadolint's own codes. ShellCheck's have the severity that ShellCheck gives a finding. */
export const HADOLINT_SEVERITIES: ReadonlyMap<string, PeerSeverity> = new Map(
  Object.entries(HADOLINT_CODES).flatMap(([severity, codes]) =>
    words(codes).map((code) => [code, severity as PeerSeverity] as const),
  ),
);

/** BuildKit's checks have no severity: each is a warning of the build. An experimental one is run only when asked for. */
export const BUILDKIT_EXPERIMENTAL: ReadonlySet<string> = new Set(['InvalidDefinitionDescription']);

export const PEERS: readonly Peer[] = [
  {
    title: 'hadolint',
    readFrom: '2.15.1',
    codes: [...HADOLINT_SEVERITIES.keys()].sort(),
    leftOut: {},
  },
  {
    title: 'BuildKit',
    readFrom: '0.34.2',
    codes: words(`
      NoEmptyContinuation MaintainerDeprecated StageNameCasing FromAsCasing ConsistentInstructionCasing
      DuplicateStageName ReservedStageName InvalidDefaultArgInFrom UndefinedArgInFrom RedundantTargetPlatform
      FromPlatformFlagConstDisallowed InvalidBaseImagePlatform UndefinedVar WorkdirRelativePath
      MultipleInstructionsDisallowed JSONArgsRecommended LegacyKeyValueFormat SecretsUsedInArgOrEnv
      CopyIgnoredFile ExposeProtoCasing ExposeInvalidFormat InvalidDefinitionDescription
    `),
    leftOut: { InvalidBaseImagePlatform: 'It asks a registry which platforms an image has. Plimsoll asks nobody.' },
  },
  {
    title: 'Trivy',
    readFrom: '2026-08-21',
    codes: words(`
      DS-0001 DS-0002 DS-0004 DS-0005 DS-0006 DS-0007 DS-0008 DS-0009 DS-0010 DS-0011 DS-0012 DS-0013 DS-0014
      DS-0015 DS-0016 DS-0017 DS-0019 DS-0020 DS-0021 DS-0022 DS-0023 DS-0024 DS-0025 DS-0026 DS-0027 DS-0029
      DS-0030 DS-0031
    `),
    leftOut: {},
  },
  {
    title: 'Checkov',
    readFrom: '2026-08-20',
    codes: words(`
      CKV_DOCKER_1 CKV_DOCKER_2 CKV_DOCKER_3 CKV_DOCKER_4 CKV_DOCKER_5 CKV_DOCKER_6 CKV_DOCKER_7 CKV_DOCKER_8
      CKV_DOCKER_9 CKV_DOCKER_10 CKV_DOCKER_11 CKV2_DOCKER_1 CKV2_DOCKER_2 CKV2_DOCKER_3 CKV2_DOCKER_4
      CKV2_DOCKER_5 CKV2_DOCKER_6 CKV2_DOCKER_7 CKV2_DOCKER_8 CKV2_DOCKER_9 CKV2_DOCKER_10 CKV2_DOCKER_11
      CKV2_DOCKER_12 CKV2_DOCKER_13 CKV2_DOCKER_14 CKV2_DOCKER_15 CKV2_DOCKER_16 CKV2_DOCKER_17
    `),
    leftOut: {},
  },
  {
    title: 'KICS',
    readFrom: 'its list of queries; the first eight digits of each id',
    codes: words(`
      0008c003 00481784 02d9c71f 22cd11f7 295acb63 38300d1a 41c195f4 45e1fca5 4b410d24 562952e4 5907595b
      6452c424 67fd0c4a 68a51e22 6938958b 6b376af8 6db6e0c2 6e19193a 71bf8cf8 7384dfb2 77783205 7ebd323c
      8a301064 8ada6e80 93d88cf7 9513a694 965a08d7 99614418 9b6b0f38 9bae49be 9efb0b2d aa93e17f ae9c56a6
      b03a748a b16e8501 b84a0b47 b86987e1 c3e1b6ae cb9598a8 cdddb86f d3499f6d df746b39 e36d8880 efbf148a
      f2daed12 f2f903fb f45ea400 f4a6bcd3 fc775e75 fd54f200
    `),
    leftOut: {
      '4b410d24':
        'It wants curl or wget in place of ADD with an address. ADD can check a checksum and keeps the cache.',
    },
  },
  {
    title: 'SonarQube',
    readFrom: '2026-08-21',
    codes: words(`
      S1135 S2260 S2612 S4423 S4507 S4790 S4830 S5332 S6431 S6437 S6469 S6470 S6471 S6472 S6473 S6476 S6497
      S6500 S6502 S6504 S6505 S6506 S6570 S6573 S6574 S6579 S6581 S6584 S6586 S6587 S6589 S6595 S6596 S6597
      S7018 S7019 S7020 S7021 S7023 S7026 S7028 S7029 S7030 S7031 S8431
    `),
    leftOut: {
      S1135: 'A note to do something is no mistake of the image.',
      S4423:
        'Which TLS versions a command allows is the business of that command, and old ones fail by themselves today.',
      S6497: 'Sonar has taken it back: it warned of images that are pinned by digest.',
      S6505: 'Without install scripts, packages with native parts do not work; a lock file says what is installed.',
      S6570: 'ShellCheck says it (SC2086), with the place.',
      S6573: 'ShellCheck says it (SC2035), with the place.',
      S8431: 'A tag beside the digest is what update bots read.',
    },
  },
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
