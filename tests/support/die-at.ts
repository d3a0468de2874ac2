import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { kill, pid } from 'node:process';

/** Lets this many steps that change names of files happen, and kills the process before the next one. */
export function dieAt(steps: number): void {
  let left = steps;
  const counted =
    <Step extends (...args: never[]) => unknown>(step: Step) =>
    (...args: Parameters<Step>) => {
      if (left-- === 0) kill(pid, 'SIGKILL');
      return step(...args);
    };
  fs.renameSync = counted(fs.renameSync);
  for (const name of ['rename', 'rm', 'unlink', 'mkdir', 'copyFile'] as const) {
    Object.assign(fs.promises, { [name]: counted(fs.promises[name]) });
  }
  syncBuiltinESMExports();
}
