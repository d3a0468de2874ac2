import { killProcesses } from '#core/system';

const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** ms that cancelled work has to tidy up: with everything else, a signal ends this process within a second. */
const graceMs = 800;

/** SIGINT (Ctrl-C), SIGTERM and SIGHUP as one AbortSignal. */
export interface Cancellation {
  signal: AbortSignal;
  /** Stops handling these signals. */
  release: () => void;
}

/**
 * Starts handling the signals: the first one cancels. If this process still runs when the time is over, or at a second
 * Ctrl-C, `last` is called, and the process ends as by SIGINT, with everything that it started. Unfinished work is what
 * the next run finds after a `kill -9`, too.
 */
export function listenForCancel(last: () => void): Cancellation {
  const controller = new AbortController();
  const release = (): void => {
    process.off('SIGINT', interrupt);
    for (const name of signals) process.off(name, cancel);
  };
  const end = (): void => {
    last();
    killProcesses();
    // Not process.exit, which waits for threads, and so for a disk that does not answer. Execa listens, too.
    process.removeAllListeners('SIGINT');
    process.kill(process.pid, 'SIGINT');
  };
  const cancel = (): void => {
    if (controller.signal.aborted) return;
    setTimeout(end, graceMs).unref();
    controller.abort();
  };
  const interrupt = (): void => (controller.signal.aborted ? end() : cancel());
  process.on('SIGINT', interrupt);
  for (const name of signals.slice(1)) process.on(name, cancel);
  return { signal: controller.signal, release };
}
