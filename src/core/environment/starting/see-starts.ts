import { allEnded, findOnPath, type System } from '#core/system';
import { type Failure, isFailure } from '#contract/failure';
import { answerFolder } from './folder.ts';
import { askShell } from './ask.ts';
import { freshEnvironment } from './fresh.ts';
import type { StartMode } from './modes.ts';
import type { GoMeaning } from './shells.ts';

/** A shell to start, and how. */
export interface WantedStart {
  /** `zsh` */
  name: string;
  path: string;
  mode: StartMode;
}

/** What a start of a shell gave. */
export interface SeenStart extends WantedStart {
  /** Its environment, or why there is no answer. */
  answer: { env: Record<string, string>; go: GoMeaning } | Failure;
  /** Where its programs find `burrow`; null: they do not. */
  burrow: string | null;
}

/**
 * Starts shells side by side, as new terminals do, and asks each for its environment. Failures: cancelled, home.unusable,
 * disk.full, file.no-permission.
 */
export async function seeStarts(
  system: System,
  starts: readonly WantedStart[],
  signal?: AbortSignal,
): Promise<SeenStart[]> {
  await using folder = await answerFolder(system);
  const env = freshEnvironment(system);
  // Awaited, because the folder is deleted at the end.
  return await allEnded(
    starts.map(async (start) => {
      const answer = await askShell(system, { ...start, env }, folder.path, signal);
      const burrow = isFailure(answer) ? null : await findOnPath({ env: answer.env }, 'burrow');
      return { ...start, answer, burrow };
    }),
  );
}
