import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import {
  addTallies,
  failedOne,
  judged,
  passedOne,
  readTally,
  type Tally,
  tallyFileVariable,
} from './tally.ts';

/** One part of the whole run, asked for by its name with --only. */
export interface Part {
  name: string;
  /** A part that must have succeeded before. */
  after?: string;
  run(): Promise<Tally>;
}

const minute = 60_000;

/** Quick ones first; those that drive the built app after the build. */
export const parts: readonly Part[] = [
  {
    name: 'check',
    run: () =>
      npmScripts(['check:format', 'check:lint', 'check:types', 'check:unused', 'check:shell'], 3 * minute),
  },
  { name: 'unit', run: () => vitest('unit', 4 * minute) },
  { name: 'build', run: () => npmScripts(['build'], 3 * minute) },
  { name: 'integration', after: 'build', run: () => vitest('integration', 15 * minute, 'tests/integration') },
  { name: 'electron', after: 'build', run: () => vitest('electron', 4 * minute, 'tests/electron-harness') },
  { name: 'e2e', after: 'build', run: () => playwright(10 * minute) },
];

/** Each script counts as one test. */
async function npmScripts(names: readonly string[], timeoutMs: number): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const name of names) {
    const exitCode = await runCommand(['npm', 'run', '--silent', name], { timeoutMs });
    console.log(`${exitCode === 0 ? 'passed' : 'FAILED'}: ${name}`);
    tallies.push(exitCode === 0 ? passedOne : failedOne);
  }
  return addTallies(tallies);
}

/** A project of vitest.config.ts. `folder`: where its tests are; without any there, there is nothing to run. */
async function vitest(project: string, timeoutMs: number, folder?: string): Promise<Tally> {
  if (folder !== undefined && !hasTests(folder, '.test.ts')) return nothing(folder);
  const reporters = ['--reporter=default', '--reporter=./tests/runners/vitest-reporter.ts'];
  return counted(['vitest', 'run', '--project', project, ...reporters], timeoutMs);
}

async function playwright(timeoutMs: number): Promise<Tally> {
  const config = 'tests/e2e/playwright.config.ts';
  if (!existsSync(config)) return nothing('tests/e2e');
  const reporters = '--reporter=list,./tests/runners/playwright-reporter.ts';
  return counted(['playwright', 'test', '--config', config, reporters], timeoutMs);
}

/** Runs one of node_modules' commands whose reporter leaves a tally. */
async function counted(command: readonly string[], timeoutMs: number): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'burrow-tally-'));
  const file = join(folder, 'tally.json');
  try {
    const [name = '', ...args] = command;
    const entry = join('node_modules/.bin', name);
    const exitCode = await runCommand([entry, ...args], { timeoutMs, env: { [tallyFileVariable]: file } });
    return judged(await readTally(file), exitCode);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function hasTests(folder: string, ending: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(ending));
}

function nothing(folder: string): Tally {
  console.log(`no tests in ${folder}`);
  return { passed: 0, failed: 0, skipped: [] };
}
