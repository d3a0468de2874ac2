import { useSyncExternalStore } from 'react';

const minuteMs = 60_000;
let now = new Date();

function subscribe(listener: () => void): () => void {
  const timer = setInterval(() => {
    now = new Date();
    listener();
  }, minuteMs);
  return () => clearInterval(timer);
}

/** The time, to the minute: what says how long ago something was stays true while it is on screen. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => {
    if (Date.now() - now.getTime() > minuteMs) now = new Date();
    return now;
  });
}
