import type { StoppingValue } from '../ask-go.ts';
import type { System } from '#core/system';

/** A file of variables, as Go reads it. */
export interface ReadFile {
  path: string;
  variables: ReadonlyMap<string, { value: string; line: number }>;
}

/** What is known about where Go's variables come from. */
export interface Facts {
  env: System['env'];
  home: string;
  os: System['os'];
  /** Go's file; null: GOENV=off. */
  user: ReadFile | null;
  /** The text of Go's file; null: there is none. */
  userText: string | null;
  /** With GOENV=off, the file that `go env -w` still writes. */
  offFile: string | null;
  /** On a Mac, the file in $XDG_CONFIG_HOME that Go does not read; null: there is none. */
  unreadFile: ReadFile | null;
  /** The `go.env` of the Go that was asked, and those of the others that are installed. */
  own: ReadFile;
  toolchains: readonly { version: string; file: ReadFile }[];
  /** What Burrow sets in every shell. */
  managed: ReadonlyMap<string, string>;
  /** What keeps Go from answering. */
  stopping: readonly StoppingValue[];
}
