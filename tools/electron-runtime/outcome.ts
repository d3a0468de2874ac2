import type { FailureData } from '#contract/failure';

/** What the process that installs Electron's runtime reports to `npm start`. */
export type RuntimeMessage =
  | { kind: 'progress'; bytes: number; totalBytes: number | null }
  /** Another `npm start` is at it. */
  | { kind: 'waiting' }
  /** All bytes are there; they are checked and unpacked. */
  | { kind: 'unpacking' }
  | { kind: 'done'; outcome: RuntimeOutcome };

/** How the installation of Electron's runtime ended. */
export type RuntimeOutcome =
  | { kind: 'installed' }
  | { kind: 'failed'; failure: FailureData }
  /** The downloaded file is not the one that the electron package names. It was deleted. */
  | { kind: 'wrong-checksum'; url: string }
  /** `detail`: the words of Electron's installer. */
  | { kind: 'not-unpacked'; detail: string }
  /** The process was ended; what had arrived is kept. */
  | { kind: 'stopped' };
