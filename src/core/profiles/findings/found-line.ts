import type { FindingKind, FindingPlace } from '#contract/findings';
import type { GoManager } from '#contract/toolchains';

/** A finding before its edit is decided. */
export interface FoundLine {
  kind: FindingKind;
  severity: 'warning' | 'note';
  file: string;
  /** From 1. */
  line: number;
  /** As Latin-1. */
  text: string;
  subject: string;
  manager: GoManager | null;
  place: FindingPlace;
  /** Lines to comment out, before what belongs to them; or why there are none. */
  edit: number[] | 'does-more' | 'by-hand';
}

/** What belongs to a version manager, by a pattern for the lines of a profile. */
export interface ManagerMark {
  manager: GoManager;
  mark: RegExp;
}

/** What is known of the folders that entries of PATH name. */
export interface Folders {
  /** Of these, the ones with a `go` in them. Burrow's own is none of them. */
  withGo: ReadonlySet<string>;
  missing: ReadonlySet<string>;
}
