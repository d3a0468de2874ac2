import type { Host } from './host.ts';

/**
 * Ends this process `ms` after the user's signal, if it has not ended by itself. It dies of a signal, because Node's
 * own exit waits for reads of files that may never end, such as a pipe that nobody writes to.
 */
export function endBy(host: Pick<Host, 'signal' | 'handOver'>, ms: number): void {
  const end = () => {
    host.handOver();
    process.kill(process.pid, 'SIGTERM');
  };
  host.signal.addEventListener('abort', () => setTimeout(end, ms).unref(), { once: true });
}
