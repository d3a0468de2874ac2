import type { ClientContext, ClientLink } from '@orpc/client';

/**
 * - `lost`: the connection broke or could not be opened; it is being opened again.
 * - `ended`: the host no longer knows this page; only a new sign-in helps.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'ended';

/** A state for `useSyncExternalStore(connection.subscribe, connection.state)`. */
export interface Connection {
  state: () => ConnectionState;
  /** Calls `listener` after each change; returns a function that unsubscribes it. */
  subscribe: (listener: () => void) => () => void;
}

/** One connection to the host. When it closes, its calls fail and a new one is opened. */
export interface Line {
  link: ClientLink<ClientContext>;
  closed(): boolean;
}

/** A way to connect to the host. */
export interface Transport extends Connection {
  /** The open line; waits while one is being opened. Fails with `connection.lost` or `connection.ended`. */
  line(): Promise<Line>;
}

/** Creates the state of a connection, with a function that changes it. */
export function createState(): Connection & { set: (next: ConnectionState) => void } {
  let current: ConnectionState = 'connecting';
  const listeners = new Set<() => void>();
  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      if (next === current) return;
      current = next;
      for (const listener of listeners) listener();
    },
  };
}
