import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** Clock ticks a second, which Linux has always used for /proc (sysconf(_SC_CLK_TCK)). */
const ticks = 100;

/** The cost of a part of the run, and the load of the machine. */
export interface Cost {
  seconds: number;
  /** User and system time of the processes that ended meanwhile; null if the system does not report it. */
  cpuSeconds: number | null;
  /** The average number of processes that wanted to run in the last minute. */
  load: number;
}

/** Starts measuring; call the result for the cost so far. */
export function startMeasuring(): () => Cost {
  const startedAt = performance.now();
  const cpuBefore = childCpuSeconds();
  return () => {
    const cpu = childCpuSeconds();
    return {
      seconds: (performance.now() - startedAt) / 1000,
      cpuSeconds: cpu === null || cpuBefore === null ? null : cpu - cpuBefore,
      load: loadavg()[0] ?? 0,
    };
  };
}

export function costText({ seconds, cpuSeconds, load }: Cost): string {
  const cpu = cpuSeconds === null ? '' : `, ${Math.round(cpuSeconds)} s of CPU`;
  return `${Math.round(seconds)} s${cpu}, load ${load.toFixed(1)}`;
}

/** CPU time of this process's children that have ended, and of theirs: `cutime` and `cstime` in proc_pid_stat(5). */
function childCpuSeconds(): number | null {
  try {
    const [, rest = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ');
    const fields = rest.split(' ');
    return (Number(fields[13]) + Number(fields[14])) / ticks;
  } catch {
    return null;
  }
}
