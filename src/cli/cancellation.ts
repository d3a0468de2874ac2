import { exitCode } from './exit-code.ts';

const others: NodeJS.Signals[] = ['SIGTERM', 'SIGHUP'];

/** Ctrl-C, a request to end, and a terminal that was closed, as one AbortSignal. */
export interface Cancellation {
  signal: AbortSignal;
  /** Leaves these signals to someone else. */
  release: () => void;
}

/** Listens for the signals from now on. */
export function listenForCancel(): Cancellation {
  const controller = new AbortController();
  const cancel = () => controller.abort();
  // The second Ctrl-C ends at once: the first has asked nicely.
  const interrupt = () => (controller.signal.aborted ? process.exit(exitCode.cancelled) : cancel());
  process.on('SIGINT', interrupt);
  for (const name of others) process.on(name, cancel);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', interrupt);
      for (const name of others) process.off(name, cancel);
    },
  };
}
