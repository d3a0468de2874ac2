import type { History } from '#core/history';
import type { System } from '#core/system';

/** What every procedure may use. */
export interface ApiContext {
  system: System;
  /** The one open history of this host; opened when first asked for, so that `burrow current` never loads SQLite. */
  history(): Promise<History>;
}

/** An ApiContext and the way to let go of it. */
export interface OwnedContext {
  context: ApiContext;
  /** Closes the history if it was opened. */
  close: () => Promise<void>;
}

/** Makes the context of one host. An opening that failed is tried anew at the next call. */
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
    // An opening that failed has told whoever asked for it, and left nothing to close.
    await closing?.then(
      (open) => open.close(),
      () => {},
    );
  };
  return { context: { system, history }, close };
}
