import type { LocalClient } from '#api';
import type { Locale } from '#contract/locale';
import type { System } from '#core/system';
import type { Text } from './text/text.ts';

/** What every command is given: the world, the client, and how the user wants to be answered. */
export interface Host {
  system: System;
  client: LocalClient;
  locale: Locale;
  text: Text;
  /** One JSON document on stdout; nothing else there. */
  json: boolean;
  /** Every question is answered with yes. */
  yes: boolean;
  /** Aborts at Ctrl-C. */
  signal: AbortSignal;
  /** Leaves Ctrl-C to a program that runs in our place: `signal` aborts no more. */
  handOver: () => void;
  /** Writes lines to stdout: the answer. */
  print(text: string): void;
  /** Writes lines to stderr: progress, remarks. */
  remark(text: string): void;
}
