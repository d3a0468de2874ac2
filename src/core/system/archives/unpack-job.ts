import type { FailureData } from '#contract/failure';

/** What the worker is asked to do: `workerData`. */
export interface UnpackJob {
  /** `pkg`: a macOS installer package. */
  format: 'tar.gz' | 'zip' | 'pkg';
  /** The archive's path. */
  archive: string;
  /** The folder to make and fill; it is new or empty. */
  into: string;
  /** The archive's top folder, which is left out of the paths: `go`, `usr/local/go`. */
  root: string;
  /** Only a .tar.gz: it is still growing, and how far it has come is told from time to time. */
  isArriving?: boolean;
}

/** What the worker is told of an archive that is arriving: how many bytes of it are there, and whether that is all. */
export interface Arrived {
  bytes: number;
  isWhole: boolean;
}

/** What came of an archive. */
export interface Unpacked {
  files: UnpackedFile[];
  /** Hex SHA-256 of the bytes that were unpacked, of a .tar.gz; null of the others, which are not read from end to end. */
  sha256: string | null;
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
  | { type: 'done'; unpacked: Unpacked }
  | { type: 'failed'; failure: FailureData };
