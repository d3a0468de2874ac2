import type { FailureData } from '#contract/failure';

/** What the worker is asked to do: `workerData`. */
export interface UnpackJob {
  format: 'tar.gz' | 'zip';
  /** The archive's path. */
  archive: string;
  /** The folder to make and fill; it is new or empty. */
  into: string;
  /** The archive's top folder, which is left out of the paths: `go`. */
  root: string;
}

export interface UnpackedFile {
  /** Below `into`, with slashes. */
  path: string;
  bytes: number;
  /** Hex; of a symbolic link, of the path it points at. */
  sha256: string;
  /** 0o755 or 0o644 (0o777 for a symbolic link). */
  mode: number;
}

/** What the worker says; the last message is `done` or `failed`. */
export type UnpackMessage =
  | { type: 'progress'; bytes: number }
  | { type: 'done'; files: UnpackedFile[] }
  | { type: 'failed'; failure: FailureData };
