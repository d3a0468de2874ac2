import type { Bucket } from '#contract/binaries';

/** What a budget is for: a whole program, a module in it, or a bucket. */
export type Part =
  | { kind: 'total' }
  /** The path of a module, or a pattern, in which `*` stands for anything; `std`: the standard library. */
  | { kind: 'module'; name: string }
  | { kind: 'bucket'; name: Bucket['name'] };

/** What growth is measured against. */
export type Against =
  | { kind: 'previous' }
  | { kind: 'last-tag' }
  | { kind: 'build'; id: string }
  | { kind: 'branch'; name: string };

/** An entry `[[budget]]` of burrow.toml. */
export interface Budget {
  /** Of its first line, counted from 1. */
  line: number;
  /** Its limits as they are written: `max = "25 MB"`. */
  written: string;
  /** The subject it is for; null: every one. */
  program: string | null;
  part: Part;
  /** Bytes; null: no limit. */
  max: number | null;
  maxGrowth: { bytes: number } | { percent: number } | null;
  against: Against;
}
