import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { testCache } from './test-cache.ts';

const program = fileURLToPath(new URL('./doomed-child.ts', import.meta.url));

/** What a process is to do, and perhaps when to die. */
export interface Doom {
  do: 'install' | 'remove' | 'repair' | 'prune';
  version: string;
  from?: 'official' | 'proxy';
  /** It dies by itself right before this step of those that change names of files, the first being 0. */
  killAtStep?: number;
}

/** A process that works on a Burrow home until it is killed. */
export interface Doomed {
  /** Resolves when everything is loaded. */
  ready: Promise<void>;
  /** Begins the work, and resolves when a phase has begun (at once for ''), or the process has ended. */
  begin(doom: Doom, untilPhase?: string): Promise<void>;
  /** kill -9 after `ms`; gives the phase it was in: `done` if it was too late. */
  kill(ms: number): Promise<string>;
  /** Waits for its end: true when it came to the end of its work. */
  ended(): Promise<boolean>;
}

/** Starts a process that loads Burrow and then waits for what to do. */
export function startDoomed(env: Record<string, string>): Doomed {
  const child = spawn(process.execPath, [program], {
    // Compiled once: 200 starts are most of the time of a test that kills 200 times.
    env: { ...env, NODE_COMPILE_CACHE: testCache('compiled') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const lines = ['loading'];
  let isOver = false;
  child.stdin.on('error', () => undefined); // it may be dead already
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
    begin: async (doom, untilPhase = '') => {
      await ready;
      child.stdin.write(`${JSON.stringify(doom)}\n`);
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
