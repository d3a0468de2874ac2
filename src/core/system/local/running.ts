import process from 'node:process';

/** The processes that Burrow started and that have not ended; each leads a process group of its own. */
const running = new Set<number>();

/** Remembers a process until `ended` settles. */
export function remember(pid: number | undefined, ended: PromiseLike<unknown>): void {
  if (pid === undefined) return;
  running.add(pid);
  const forget = (): void => void running.delete(pid);
  ended.then(forget, forget);
}

/** Kills everything that Burrow started, at once and with its descendants: for an end that cannot wait. */
export function killProcesses(): void {
  for (const pid of running) {
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // It has just ended.
    }
  }
}
