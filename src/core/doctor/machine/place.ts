import type { System } from '#core/system';

/** Where a machine is examined: the part of a check's scene that these facts need. */
export interface Place {
  system: System;
  dir: string;
}

/** The same work for the same place is done once, for several checks that need what it finds, whichever asks first. */
export function oncePerPlace<T, P extends Place = Place>(
  work: (place: P, signal: AbortSignal) => Promise<T>,
): (place: P, signal: AbortSignal) => Promise<T> {
  const done = new WeakMap<P, Promise<T>>();
  return (place, signal) => {
    const known = done.get(place) ?? work(place, signal);
    done.set(place, known);
    return known;
  };
}
