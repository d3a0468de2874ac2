import { spawn } from 'node:child_process';
import { failure } from '#contract/failure';
import { withAbsolutePath, type System } from '#core/system';

/** A program that is to go on after Burrow ends. */
export interface Start {
  file: string;
  args: readonly string[];
  cwd: string;
  /** What users call it. */
  title: string;
}

/** ms within which a program that cannot work says so by ending; one that goes on was started. */
const failsWithinMs = 1500;

/** Starts a program with no shell, input or output between. Failures: desktop.not-started. */
export function startProgram(system: System, { file, args, cwd, title }: Start): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      detached: true,
      stdio: 'ignore',
      env: { ...withAbsolutePath(system.env) },
    });
    const fail = (detail: string, cause?: unknown) =>
      reject(failure('desktop.not-started', { program: title, detail }, cause));
    const stopWaiting = system.after(failsWithinMs, resolve);
    child.on('error', (error) => {
      stopWaiting();
      fail(error.message, error);
    });
    // Most commands hand over to the running program, and end at once.
    child.on('exit', (code, signal) => {
      stopWaiting();
      if (code === 0) resolve();
      else fail(signal === null ? `exit code ${code}` : signal);
    });
    child.unref();
  });
}
