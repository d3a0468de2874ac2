import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compiledCode } from './compiled-code.ts';

const program = fileURLToPath(new URL('./install-child.ts', import.meta.url));

/** An install that runs in a separate process. */
export interface InstallProcess {
  /** Its output so far: each phase as it begins, then `done`, and `true` if the toolchain was installed already. */
  output(): string;
  /** Resolves when a phase has begun or the process has ended. */
  reached(phase: string): Promise<void>;
  ended: Promise<unknown>;
  /** Kills the process with SIGKILL and waits for its end. */
  kill(): Promise<void>;
}

/** Starts an install; `from` is that of an install request. */
export function startInstall(version: string, env: Record<string, string>, from = ''): InstallProcess {
  const child = spawn(process.execPath, [program, version, from], {
    env: { ...env, ...compiledCode },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let isOver = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.on('close', () => (isOver = true));
  const ended = once(child, 'close');
  return {
    output: () => output,
    reached: (phase) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (isOver || output.includes(phase)) resolve();
        };
        child.stdout.on('data', look);
        child.on('close', look);
        look();
      }),
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
