import type { History } from '#core/history';
import type { System } from '#core/system';

/** What every procedure has access to. */
export interface ApiContext {
  system: System;
  /** The history of this host; opened by the first call, so that `burrow current` never loads SQLite. */
  history(): Promise<History>;
}

/** An ApiContext that its owner must close. */
export interface OwnedContext {
  context: ApiContext;
  /** Closes the history if it was opened. */
  close: () => Promise<void>;
}

/** Creates the context of one host. If opening the history fails, the next call tries again. */
export function createContext(system: System): OwnedContext {
  let opened: Promise<History> | undefined;
  const history = () => {
    opened ??= import('#core/history')
      .then(({ openHistory }) => openHistory(system))
      .catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
    return opened;
  };
  const close = async () => {
    const closing = opened;
    opened = undefined;
    // If opening it failed, the caller of `history` has been told, and there is nothing to close.
    await closing?.then(
      (open) => open.close(),
      () => {},
    );
  };
  return { context: { system, history }, close };
}
