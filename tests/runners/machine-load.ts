import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** Clock ticks a second, which Linux has always used for /proc (sysconf(_SC_CLK_TCK)). */
const ticks = 100;

/** What a part of the run cost, to be read beside how busy the machine was. */
export interface Cost {
  seconds: number;
  /** User and system time of the processes that ended meanwhile; null where the system does not tell. */
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
