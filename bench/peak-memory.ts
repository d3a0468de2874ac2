import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** ms between two samples. The system keeps the peak, so only growth at the very end of a process is missed. */
const lookEvery = 5;

/** The peak memory of a program and its threads, in bytes, from Linux's /proc. */
export async function peakMemory(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<number> {
  const child = spawn(file, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += String(text);
  });
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, peakSoFar(child.pid));
  }, lookEvery);
  try {
    const [status] = (await once(child, 'exit')) as [number | null];
    if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${said.slice(-500)}`);
    return peak;
  } finally {
    clearInterval(looking);
  }
}

function peakSoFar(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0; // it has just ended
  }
}
