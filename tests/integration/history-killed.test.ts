import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { programRecord } from '#testing/example-builds';
import { withFirstSchema } from '#testing/older-history';
import { seededRandom } from '#testing/random';
import { stressed } from '#testing/stress';
import { compiledCode } from '#testing/compiled-code';

const program = fileURLToPath(new URL('../support/history-child.ts', import.meta.url));

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-killed-'));
});
afterEach(() => rm(home, { recursive: true }));

const open = () => openHistory({ ...localSystem(), env: { BURROW_HOME: home } });

/** Starts a process that works on the history. */
function start(args: string[], day = 0) {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      BURROW_HOME: home,
      BURROW_TEST_DAY: String(day),
      ...compiledCode,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const closed = once(child, 'close');
  /** Waits until the process has printed this many lines: `ready`, `open`, then one for each change. */
  const until = async (count: number) => {
    while (lines.length < count && child.exitCode === null && child.signalCode === null) {
      await pause(1);
    }
  };
  return { lines, closed, until, errors: () => errors, kill: () => child.kill('SIGKILL') };
}

it('loses no build that was said to be recorded, however often the process is killed', async () => {
  const kills = stressed(10, 200);
  const random = seededRandom(1);
  const recorded = new Map<string, string>();
  for (let n = 0; n < kills; n++) {
    // Every tenth on another day, so that kills meet backups as well.
    const worker = start(['add'], Math.floor(n / 10) * 2);
    await worker.until(1 + Math.floor(random() * 8));
    await pause(random() * 12);
    worker.kill();
    await worker.closed;
    expect(worker.errors()).toBe('');
    for (const line of worker.lines) {
      const [, id, subject] = /^(b\d+) (.+)$/.exec(line) ?? [];
      if (id && subject) recorded.set(id, subject);
    }
  }
  const history = await open();
  const { builds, damaged } = await history.list({});
  const found = new Map(builds.map(({ id, subject }) => [id, subject]));
  const lost = [...recorded].filter(([id, subject]) => found.get(id) !== subject);
  console.log(`stress: builds lost by ${kills} kills while recording: ${lost.length} of ${recorded.size}`);
  expect([lost, damaged, history.notices]).toEqual([[], [], []]);
  expect(recorded.size).toBeGreaterThan(kills);
  for (const { content } of await history.backups()) expect(content).not.toBe(null);
  await history.close();
});

it('records everything that several processes record at once', async () => {
  const total = stressed(50, 1000);
  const processes = Array.from({ length: 5 }, () => start(['add', String(total / 5)]));
  for (const worker of processes) {
    await worker.closed;
    expect(worker.errors()).toBe('');
    expect(worker.lines.at(-1)).toBe('done');
  }
  const recorded = processes.flatMap(({ lines }) => lines.filter((line) => line.startsWith('b')));
  const history = await open();
  const { builds, damaged } = await history.list({});
  const found = new Set(builds.map(({ id, subject }) => `${id} ${subject}`));
  const lost = recorded.filter((line) => !found.has(line));
  console.log(
    `stress: builds lost of ${total} recorded at once by 5 processes: ${lost.length} of ${recorded.length}`,
  );
  expect([lost, damaged, builds.length]).toEqual([[], [], total]);
  await history.close();
});

it('keeps every build when a process is killed while it migrates, backs up or restores', async () => {
  const kills = stressed(8, 60);
  const random = seededRandom(2);
  const history = await open();
  for (let n = 0; n < 30; n++) await history.add(programRecord({ subject: `./${n}` }));
  await history.close();
  const older = new Database(join(home, 'history.db'));
  withFirstSchema(older);
  older.close();
  const original = `${home}-original`;
  await cp(home, original, { recursive: true });
  let finished = 0;
  for (let n = 0; n < kills; n++) {
    await rm(home, { recursive: true });
    await cp(original, home, { recursive: true });
    // The migration makes the backup that is restored.
    const worker = start(['restore']);
    await worker.until(1 + (n % 3));
    await pause(random() * 120);
    worker.kill();
    await worker.closed;
    expect(worker.errors()).toBe('');
    if (worker.lines.some((line) => line.startsWith('restored'))) finished++;
    const after = await open();
    const { builds, damaged } = await after.list({});
    expect([builds.length, damaged, after.notices]).toEqual([30, [], []]);
    expect((await after.add(programRecord())).id).toBe('b31');
    for (const { content } of await after.backups()) expect(content?.builds).toBe(30);
    await after.close();
  }
  await rm(original, { recursive: true });
  console.log(
    `stress: histories lost by ${kills} kills while migrating and restoring: 0 of ${kills} (${finished} after a restore)`,
  );
});
