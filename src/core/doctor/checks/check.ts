import type { FailureData } from '#contract/failure';
import type { DoctorEvidence, DoctorSeverity } from '#contract/doctor';
import type { History } from '#core/history';
import type { System } from '#core/system';

/** What a check looks at. */
export interface Scene {
  system: System;
  /** The folder whose project is examined. */
  dir: string;
  /** The history of builds and projects, opened when it is first asked for. Failures: those of opening it. */
  history: () => Promise<History>;
}

/** How a finding is mended. */
export type Fix =
  /** What to run by hand, because Burrow must not, or cannot undo it. */
  | { kind: 'command'; command: string }
  | {
      kind: 'apply';
      /** What would change. `does`: in the form of a failure; null: the diffs say it all. */
      preview: () => Promise<{ does: FailureData | null; files: { path: string; diff: string }[] }>;
      /** Makes the change. Returns the entries of the journal of edits that undo it. */
      apply: () => Promise<string[]>;
    };

/** What a check found. */
export interface Found {
  /** What tells it from the other findings of the check, such as a path; part of its id. */
  about: string;
  severity: DoctorSeverity;
  /** What it is, and what to do: a code `doctor.…` of the catalogue, or another failure. */
  reason: FailureData;
  evidence: DoctorEvidence[];
  fix: Fix | null;
}

/** One thing that may be wrong with a machine. Each is in a file of its own, and is listed in `all.ts`. */
export interface Check {
  /** As ids and `--json` have it: `disk-space`. */
  name: string;
  /** After this many ms the check has no answer; by default 10,000. */
  timeoutMs?: number;
  /** Returns nothing where all is well. A failure that it throws makes the check unknown, and no other. */
  run: (scene: Scene, signal: AbortSignal) => Promise<Found[]>;
}
