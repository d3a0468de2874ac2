import { useSyncExternalStore } from 'react';

/** A value outside React, for work in the background that outlives the page that started it. */
export interface Store<T> {
  get: () => T;
  set: (change: (value: T) => T) => void;
  /** Hook: the value; the component renders again when it changes. */
  use: () => T;
}

/** Creates a store. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const get = () => value;
  return {
    get,
    set(change) {
      const next = change(value);
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}
