import { readdir, readFile } from 'node:fs/promises';

/** A process of this machine (Linux). */
export interface FoundProcess {
  pid: number;
  /** Its arguments, which every user can read. */
  args: string[];
}

/** The processes that started with this text in their environment. */
export async function processesWith(mark: string): Promise<FoundProcess[]> {
  const all = await allProcesses();
  const marked = await Promise.all(
    all.map(async ({ pid }) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return environment.includes(mark);
    }),
  );
  return all.filter((_, index) => marked[index]);
}

export async function allProcesses(): Promise<FoundProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const read = pids.map(async (pid) => {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return { pid, args: line.split('\0').filter(Boolean) };
  });
  // A zombie has no arguments; it has ended.
  return (await Promise.all(read)).filter(({ args }) => args.length > 0);
}
