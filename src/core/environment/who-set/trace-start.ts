import type { System } from '#core/system';
import type { StartMode } from '../starting/index.ts';
import type { Traced } from './traced.ts';

/** The start to trace. */
export interface Start {
  shell: { name: 'zsh' | 'bash' | 'fish' | 'sh'; path: string };
  mode: StartMode;
  /** The variables to watch; PATH is always watched. */
  names: readonly string[];
  /** Before the shell reads anything. */
  env: System['env'];
}

/**
 * Starts a shell as a terminal or a session does, and tells which lines of its startup files set the variables. Takes as
 * long as that start, and at most 10 s; failures are told in `unknown`.
 */
export async function traceStart(_system: System, { shell }: Start, _signal?: AbortSignal): Promise<Traced> {
  return { shell: shell.name, changes: [], final: new Map(), unknown: 'not-traceable' };
}
