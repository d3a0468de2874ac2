import { lazy, type ReactElement, type ReactNode, Suspense, useSyncExternalStore } from 'react';

/** A short message that passes. */
export interface Message {
  title: ReactNode;
  detail?: ReactNode;
  failed: boolean;
  undo?: { label: string; run: () => void } | undefined;
}

const noMessages: readonly Message[] = [];
let waiting = noMessages;
const listeners = new Set<() => void>();

function change(next: readonly Message[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Says that something was done; `undo` offers to take it back for ten seconds. Works outside React too. */
export function say(title: ReactNode, more: Pick<Message, 'detail' | 'undo'> = {}): void {
  change([...waiting, { title, failed: false, ...more }]);
}

/** Says that something failed, and stays until it is closed. */
export function sayFailure(title: ReactNode, detail?: ReactNode): void {
  change([...waiting, { title, detail, failed: true }]);
}

/** The messages that nobody has shown yet; the taker shows them. */
export function takeMessages(): readonly Message[] {
  const taken = waiting;
  if (taken.length > 0) change(noMessages);
  return taken;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many messages wait to be shown, in a component. */
export function useWaitingMessages(): number {
  return useSyncExternalStore(subscribe, () => waiting.length);
}

let wanted = false;
const LazyToaster = lazy(async () => ({ default: (await import('./toaster.tsx')).Toaster }));

/** Where messages appear. The code for it comes with the first message: most visits start without one. */
export function Toasts(): ReactElement | null {
  const isWanted = useSyncExternalStore(subscribe, () => {
    wanted ||= waiting.length > 0;
    return wanted;
  });
  return isWanted ? (
    <Suspense>
      <LazyToaster />
    </Suspense>
  ) : null;
}
