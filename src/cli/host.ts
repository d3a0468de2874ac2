import type { LocalClient } from '#api';
import type { Locale } from '#contract/locale';
import type { System } from '#core/system';
import type { Text } from './text/text.ts';

/** What every command gets: the system, the client, and how to print the answer. */
export interface Host {
  system: System;
  client: LocalClient;
  locale: Locale;
  text: Text;
  /** Print one JSON document to stdout and nothing else. */
  json: boolean;
  /** Answer yes to every question. */
  yes: boolean;
  /** Aborts on Ctrl-C. */
  signal: AbortSignal;
  /** Leaves Ctrl-C to a child process: from then on, `signal` does not abort. */
  handOver: () => void;
  /** Prints the answer to stdout. */
  print(text: string): void;
  /** Prints progress and remarks to stderr. */
  remark(text: string): void;
}
