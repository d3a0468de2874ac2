import { exitCode } from './exit-code.ts';

const others: NodeJS.Signals[] = ['SIGTERM', 'SIGHUP'];

/** SIGINT (Ctrl-C), SIGTERM and SIGHUP as one AbortSignal. */
export interface Cancellation {
  signal: AbortSignal;
  /** Stops handling these signals. */
  release: () => void;
}

/** Starts handling the signals. */
export function listenForCancel(): Cancellation {
  const controller = new AbortController();
  const cancel = () => controller.abort();
  // The first Ctrl-C cancels; the second one exits at once.
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
