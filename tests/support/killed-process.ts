import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { compiledCode } from './compiled-code.ts';

const program = fileURLToPath(new URL('./killed-process-child.ts', import.meta.url));

/** The work of a process, and optionally the step at which it is killed. */
export interface Work {
  do: 'install' | 'remove' | 'repair' | 'prune';
  version: string;
  from?: 'official' | 'proxy';
  /** The process kills itself right before this step, counting from 0 those that change names of files. */
  killAtStep?: number;
}

/** A process that works on a Burrow home until it is killed. */
export interface KilledProcess {
  /** Resolves when everything is loaded. */
  ready: Promise<void>;
  /** Begins the work; resolves when this phase has begun (immediately for ''), or the process has ended. */
  begin(work: Work, untilPhase?: string): Promise<void>;
  /** Kills the process with SIGKILL after `ms`; returns the phase it was in, or `done` if the work was complete. */
  kill(ms: number): Promise<string>;
  /** Waits for the end of the process; returns whether it completed its work. */
  ended(): Promise<boolean>;
}

/** Starts a process that loads Burrow and then waits for its work. */
export function startKilledProcess(env: Record<string, string>): KilledProcess {
  const child = spawn(process.execPath, [program], {
    // The code is compiled once: a test that kills 200 processes spends most of its time on their start.
    env: { ...env, ...compiledCode },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const lines = ['loading'];
  let isOver = false;
  child.stdin.on('error', () => undefined); // the process may be gone already
  child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trim().split('\n')));
  child.on('close', () => (isOver = true));
  const said = (word: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isOver && !lines.includes(word) && word !== '') return;
        child.stdout.off('data', look);
        child.off('close', look);
        resolve();
      };
      child.stdout.on('data', look);
      child.on('close', look);
      look();
    });
  const ready = said('ready');
  return {
    ready,
    begin: async (work, untilPhase = '') => {
      await ready;
      child.stdin.write(`${JSON.stringify(work)}\n`);
      await said(untilPhase);
    },
    kill: async (ms) => {
      await pause(ms);
      const at = lines.at(-1) ?? '';
      child.kill('SIGKILL');
      await closed;
      return lines.includes('done') ? 'done' : at;
    },
    ended: async () => {
      await closed;
      return lines.includes('done');
    },
  };
}
