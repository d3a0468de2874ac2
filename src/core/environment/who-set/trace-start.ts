import type { System } from '#core/system';
import { changesIn } from './changes.ts';
import { fishChanges } from './fish-changes.ts';
import { fishUniversals, type Universal } from './fish-universals.ts';
import { FileLines, placeChanges } from './places.ts';
import { readRecord, recordsIn } from './records.ts';
import type { Traced } from './traced.ts';
import { type Start, tracingCommand } from './tracing-command.ts';
import { outputOf } from './tracing-output.ts';

/**
 * Starts a shell as a terminal or a session does, and tells which lines of its startup files set the variables. Takes as
 * long as that start, and at most 10 s. What goes wrong is told in `unknown`; failures: cancelled.
 */
export async function traceStart(system: System, start: Start, signal?: AbortSignal): Promise<Traced> {
  const { shell } = start;
  const nothing = (unknown: Traced['unknown']): Traced => ({
    shell: shell.name,
    changes: [],
    final: new Map(),
    unknown,
  });
  const note = `burrow_${crypto.randomUUID().replaceAll('-', '')}`;
  const universals = shell.name === 'fish' ? await fishUniversals(system) : new Map<string, Universal>();
  const command = await tracingCommand(system, start, { note, universals });
  if (command === null) return nothing('not-traceable');
  const { output, exitCode, unknown } = await outputOf(system, command, note, signal);
  if (unknown !== null) return nothing(unknown);
  if (exitCode === 97) return nothing('not-traceable');
  const records = recordsIn(output, note);
  const files = new FileLines();
  const { home } = system;
  if (shell.name === 'fish') {
    const { changes, final, ended } = await fishChanges(records, { home, files, universals });
    // An `exec` ends fish without a word.
    return ended || exitCode < 128 ? { shell: 'fish', changes, final, unknown: null } : nothing('failed');
  }
  const kind = shell.name === 'zsh' ? 'zsh' : 'bash';
  const told = records.map((record) => readRecord(record, kind, home)).filter((each) => each !== null);
  const { changes, final, ended } = changesIn(told);
  if (!ended) return nothing('failed');
  return { shell: shell.name, changes: await placeChanges(changes, shell.name, files), final, unknown: null };
}
