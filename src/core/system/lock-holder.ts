import process from 'node:process';
import { errorCode } from './failures.ts';
import { readForeign } from './open-foreign.ts';

/** A process, told apart from a later one with the same pid by its start time. */
export interface Holder {
  pid: number;
  /** Digits; the unit depends on the system. */
  started: string;
}

let self: Promise<Holder> | undefined;

/** This process. */
export function thisProcess(): Promise<Holder> {
  self ??= startOf(process.pid).then((started) => ({ pid: process.pid, started: started ?? '0' }));
  return self;
}

/** Whether exactly this process is still running. */
export async function isAlive(holder: Holder): Promise<boolean> {
  const signal = answerToSignal(holder.pid);
  if (signal === 'none') return false;
  const started = await startOf(holder.pid);
  // The system may hide everything about another user's process except that it exists (hidepid, proc(5)).
  return started === null ? signal === 'not-ours' : started === holder.started;
}

function answerToSignal(pid: number): 'ours' | 'not-ours' | 'none' {
  try {
    process.kill(pid, 0);
    return 'ours';
  } catch (error) {
    return errorCode(error) === 'EPERM' ? 'not-ours' : 'none';
  }
}

async function startOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return await startFromProc(pid);
  if (process.platform === 'darwin') return await startFromPs(pid);
  return '0';
}

/** Field 22 of /proc/PID/stat (proc_pid_stat(5)), in clock ticks since boot; null for dead processes and zombies. */
async function startFromProc(pid: number): Promise<string | null> {
  try {
    return startInStat((await readForeign(`/proc/${pid}/stat`)).toString('utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return null;
    throw error;
  }
}

/** The second field is the program's name in parentheses, which may itself contain spaces and parentheses. */
export function startInStat(stat: string): string | null {
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? null : (rest[18] ?? null);
}

/** `ps -o lstart=` in seconds since 1970. */
async function startFromPs(pid: number): Promise<string | null> {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const { execFile } = await import('node:child_process');
  const printed = await new Promise<string>((resolve) => {
    execFile('ps', ['-o', 'lstart=', '-p', String(pid)], { env, timeout: 5000 }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const at = Date.parse(`${printed.trim()} UTC`);
  return Number.isNaN(at) ? null : String(at / 1000);
}
