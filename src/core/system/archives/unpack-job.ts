import type { FailureData } from '#contract/failure';

/** What the worker is asked to do: `workerData`. */
export interface UnpackJob {
  /** `pkg`: a macOS installer package. */
  format: 'tar.gz' | 'zip' | 'pkg';
  /** The archive's path. */
  archive: string;
  /** The folder to create and fill; it must be new or empty. */
  into: string;
  /** The archive's top folder, which is left out of the paths: `go`, `usr/local/go`. */
  root: string;
  /** Only for a .tar.gz: it is still growing, and the worker is told how much has arrived. */
  isArriving?: boolean;
}

/** Tells the worker how many bytes of an arriving archive are there, and whether that is all. */
export interface Arrived {
  bytes: number;
  isWhole: boolean;
}

/** The result of unpacking. */
export interface Unpacked {
  files: UnpackedFile[];
  /** Hex SHA-256 of the .tar.gz that was unpacked; null for other formats, which are not read from end to end. */
  sha256: string | null;
}

export interface UnpackedFile {
  /** Below `into`, with slashes. */
  path: string;
  bytes: number;
  /** Hex, of the content; for a symbolic link, of its target. */
  sha256: string;
  /** 0o755 or 0o644 (0o777 for a symbolic link). */
  mode: number;
}

/** What the worker reports; the last message is `done` or `failed`. */
export type UnpackMessage =
  | { type: 'progress'; bytes: number }
  | { type: 'done'; unpacked: Unpacked }
  | { type: 'failed'; failure: FailureData };
