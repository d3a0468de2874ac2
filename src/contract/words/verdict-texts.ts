import type { Cause, Statement } from '../verdict.ts';
import type { ImageVerdictTexts, ImageWording } from './image-verdict-texts.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** What a statement is put into words with. */
export interface Wording extends ImageWording {
  /** `k8s.io/client-go`, and with its version where it says more. */
  module: (of: Of<'dependencies'>) => string;
  /** `1.26.7` of `go1.26.7`. */
  go: (version: string) => string;
}

/** The words of one language. */
export interface VerdictTexts {
  sentence: (change: string, statements: readonly string[]) => string;
  change: (bytes: string, percent: string | null) => string;
  /** What the headline's bytes of an image count. */
  measure: ImageVerdictTexts['measure'];
  withFiles: ImageVerdictTexts['withFiles'];
  sameSize: string;
  sizesUnknown: string;
  /** `81 % from …`. */
  share: (percent: string, reason: string) => string;
  /** `all from …`. */
  whole: (reason: string) => string;
  reason: {
    [Kind in Exclude<Statement['kind'], 'against' | 'replacement'>]: (
      of: Of<Kind>,
      wording: Wording,
    ) => string;
  };
  /** A module that is new or gone, where nothing else says so. */
  named: Partial<Record<Cause['kind'], (name: string) => string>>;
  against: (name: string, change: string) => string;
  /** `name` came for `count` modules that are gone, or went for those that are new. */
  replacement: (of: { name: string; change: string; isNew: boolean; count: number }) => string;
  /** How a cause is called where it is one of several. */
  cause: Record<Cause['kind'], string>;
  /** The standard library of another patch of Go. `change`: `Go 1.23.4 → 1.23.6`. */
  patchOfGo: (change: string) => string;
}

/** Whether more than half of what several modules changed is of the largest. */
export function isMost({ largest, bytes }: Of<'dependencies'>): boolean {
  return Math.abs(largest.bytes) * 2 > Math.abs(bytes);
}

/** Whether a statement stands for itself: its share is the whole or not known. */
export function isAlone({ percent }: { percent: number | null }): boolean {
  return percent === null || percent >= wholePercent;
}

/** From here on a share is rounded to the whole. */
export const wholePercent = 99.5;
