import { isFailure } from '#contract/failure';
import type { System } from '#core/system';
import { gitEnvironment, harmless, noBareRepository, type Setting } from './settings.ts';

/** ms for one command: reading the index of the largest repositories takes seconds. */
const timeoutMs = 20_000;

/** How Git is asked about one repository. */
export interface Git {
  /** Returns what Git prints; null where it fails, is slow, or is not installed. Failures: cancelled. */
  (
    dir: string,
    args: readonly string[],
    more?: { settings?: readonly Setting[]; input?: string },
  ): Promise<string | null>;
}

/**
 * The only way in which Burrow starts Git: it reads, runs no program that a repository names, and reaches no network.
 */
export function gitOf(system: System, signal: AbortSignal | undefined): Git {
  return async (dir, args, { settings = [], input } = {}) => {
    const all = [...harmless, noBareRepository, ...settings];
    try {
      const { exitCode, stdout } = await system.run({
        file: 'git',
        args,
        cwd: dir,
        env: {
          ...gitEnvironment(system.env, all),
          LC_ALL: 'C',
          GIT_TERMINAL_PROMPT: '0',
          GIT_ALLOW_PROTOCOL: 'none',
        },
        timeoutMs,
        ...(input !== undefined && { input }),
        ...(signal && { signal }),
      });
      return exitCode === 0 ? stdout : null;
    } catch (error) {
      // What Git knows is optional, so only a cancellation is passed on.
      if (isFailure(error) && error.code !== 'cancelled') return null;
      throw error;
    }
  };
}
