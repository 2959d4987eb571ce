/** The part of SARIF 2.1.0 that we write. The names are the standard's. */
import type { Price } from '../engine/prices.js';
import type { Severity, Topic } from '../rules/rule.js';

/** How grave a result is. */
export type SarifLevel = 'error' | 'warning' | 'note' | 'none';

/** The root of a SARIF file. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly columnKind: 'utf16CodeUnits';
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly {
      readonly level: SarifLevel;
      readonly message: SarifText;
      readonly locations: readonly SarifLocation[];
    }[];
  }[];
  readonly artifacts: readonly { readonly location: SarifUri }[];
  readonly results: readonly SarifResult[];
}

interface SarifDriver {
  readonly name: string;
  readonly version: string;
  readonly informationUri?: string;
  readonly rules: readonly SarifRule[];
}

interface SarifText {
  readonly text: string;
}

interface SarifUri {
  readonly uri: string;
}

/** What the driver says about one of its rules (`reportingDescriptor`). */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifText;
  readonly help: SarifText;
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly enabled: boolean; readonly level: SarifLevel };
  readonly properties: { readonly tags: readonly string[] };
}

/** A finding. */
export interface SarifResult {
  readonly ruleId: string;
  /** Into the driver's rules. */
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: SarifText;
  readonly locations: readonly SarifLocation[];
  readonly fixes?: readonly SarifFix[];
  /** Empty: it counts. */
  readonly suppressions: readonly SarifSuppression[];
  readonly properties: {
    readonly variant: string | null;
    readonly severity: Severity;
    readonly topic: Topic;
    readonly aliases: readonly string[];
    readonly price: Price | null;
  };
}

/** A place in a file, or a whole file. */
export interface SarifLocation {
  readonly physicalLocation: { readonly artifactLocation: SarifUri; readonly region?: SarifRegion };
}

/** From a place to the place behind the last character. */
export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A comment that silences a result. */
export interface SarifSuppression {
  readonly kind: 'inSource';
  readonly location: SarifLocation;
  readonly justification?: string;
}

/** A change that mends a result. */
export interface SarifFix {
  readonly description: SarifText;
  readonly artifactChanges: readonly {
    readonly artifactLocation: SarifUri;
    readonly replacements: readonly {
      readonly deletedRegion: SarifRegion;
      readonly insertedContent?: SarifText;
    }[];
  }[];
}
