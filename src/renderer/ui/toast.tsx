import { lazy, type ReactElement, type ReactNode, Suspense, useSyncExternalStore } from 'react';

/** A short message that disappears after a while. */
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

/** Shows a message; `undo` adds a button to it. Also works outside React. */
export function showMessage(title: ReactNode, more: Pick<Message, 'detail' | 'undo'> = {}): void {
  change([...waiting, { title, failed: false, ...more }]);
}

/** Shows that something failed; the message stays until it is closed. */
export function showFailure(title: ReactNode, detail?: ReactNode): void {
  change([...waiting, { title, detail, failed: true }]);
}

/** Takes the messages that are not yet shown, for the toaster to show. */
export function takeMessages(): readonly Message[] {
  const taken = waiting;
  if (taken.length > 0) change(noMessages);
  return taken;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hook: the number of messages that are not yet shown. */
export function useWaitingMessages(): number {
  return useSyncExternalStore(subscribe, () => waiting.length);
}

let needed = false;
const LazyToaster = lazy(async () => ({ default: (await import('./toaster.tsx')).Toaster }));

/** Renders the messages. The code for them is loaded with the first one. */
export function Toasts(): ReactElement | null {
  const isNeeded = useSyncExternalStore(subscribe, () => {
    needed ||= waiting.length > 0;
    return needed;
  });
  return isNeeded ? (
    <Suspense>
      <LazyToaster />
    </Suspense>
  ) : null;
}
