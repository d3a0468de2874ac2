import type { ClientContext, ClientLink } from '@orpc/client';

/** `lost`: it was open, or could not be opened, and is being tried again. */
export type ConnectionState = 'connecting' | 'open' | 'lost';

/** A state that the UI can follow with `useSyncExternalStore(connection.subscribe, connection.state)`. */
export interface Connection {
  state: () => ConnectionState;
  /** Calls back after each change; returns the way to stop. */
  subscribe: (listener: () => void) => () => void;
}

/** One open line to Burrow. When it closes, its calls fail, and a new one is made. */
export interface Line {
  link: ClientLink<ClientContext>;
  closed(): boolean;
}

/** A way to reach Burrow. */
export interface Transport extends Connection {
  /** The open line; waits for one that is being opened. Fails with `connection.lost`. */
  line(): Promise<Line>;
}

/** The state of a connection, and the one function that changes it. */
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
