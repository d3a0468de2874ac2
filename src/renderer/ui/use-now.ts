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

/** Hook: the current time, updated every minute, for relative times on the screen. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => {
    if (Date.now() - now.getTime() > minuteMs) now = new Date();
    return now;
  });
}
