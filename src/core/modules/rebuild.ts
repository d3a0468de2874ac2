import { failure } from '#contract/failure';
import type { BuildDetail } from '#contract/build';
import type { TryWithoutEvent } from '#contract/modules';
import { fileAsBuild } from '#core/builds';
import type { History } from '#core/history';
import { LogTail, type System } from '#core/system';
import { type ProjectGo, saidByGo } from './project-go.ts';

/** One of the two builds that are compared. */
interface Wanted {
  which: 'with' | 'without';
  /** The program to write. */
  output: string;
  flags: readonly string[];
  patterns: readonly string[];
}

/**
 * Builds a program into a file and reads it; it is not put into the history. Yields what Go prints. Failures:
 * modules.rebuild-failed, cancelled, those of reading a program.
 */
export async function* rebuild(
  system: System,
  history: History,
  go: ProjectGo,
  { which, output, flags, patterns }: Wanted,
): AsyncGenerator<TryWithoutEvent, BuildDetail> {
  yield { type: 'building', which };
  const args = ['build', ...go.noVcs, ...flags, '-o', output, '--', ...patterns];
  const log = new LogTail();
  // Its reader sees it run and can stop it.
  const running = system.stream({ ...go.command(args), timeoutMs: null });
  let ended: { exitCode: number; durationMs: number } | null = null;
  try {
    while (ended === null) {
      const step = await running.next();
      if (step.done) ended = step.value;
      else {
        const line = log.add(step.value.text);
        if (line !== null) yield { type: 'output', text: saidByGo(line) };
      }
    }
  } finally {
    await running.return(undefined as never);
  }
  if (ended.exitCode !== 0) {
    throw failure('modules.rebuild-failed', { which, output: saidByGo(log.toString()) });
  }
  return { ...(await fileAsBuild(system, history, output, go.root)), ...ended, id: which };
}
