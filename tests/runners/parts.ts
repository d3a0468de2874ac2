import { browserLaunch } from '#testing/chromium';
import { runCommand } from './command.ts';
import { counted } from './counted.ts';
import { runAsOrdinaryUser } from './ordinary-user.ts';
import { addTallies, failedOne, passedOne, skippedOne, type Tally } from './tally.ts';
import { vitest } from './vitest.ts';

/** One part of the whole run, which --only selects by its name. */
export interface Part {
  name: string;
  /** A part that must succeed first. */
  after?: string;
  run(): Promise<Tally>;
}

/** For a script that prints nothing until it is done. */
const maxScriptMs = 30 * 60_000;

/** The fast ones come first, and those that need the built app after the build. */
export const parts: readonly Part[] = [
  {
    name: 'check',
    run: () => npmScripts(['check:format', 'check:lint', 'check:types', 'check:unused', 'check:shell']),
  },
  { name: 'unit', run: () => counted({ name: 'unit', command: vitest(['unit', 'renderer']) }) },
  { name: 'components', run: runComponents },
  { name: 'build', run: () => npmScripts(['build']) },
  {
    name: 'integration',
    after: 'build',
    run: () => counted({ name: 'integration', command: vitest(['integration']) }),
  },
  { name: 'user', after: 'build', run: runAsOrdinaryUser },
  {
    name: 'electron',
    after: 'build',
    run: () => counted({ name: 'electron', command: vitest(['electron']) }),
  },
  { name: 'e2e', after: 'build', run: () => counted({ name: 'e2e', command: playwright }) },
];

async function runComponents(): Promise<Tally> {
  if (browserLaunch() === null) return skippedOne('components', 'there is no Chromium');
  return counted({ name: 'components', command: vitest(['components']) });
}

/** Each script counts as one test. */
async function npmScripts(names: readonly string[]): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const name of names) {
    const startedAt = performance.now();
    const { exitCode, problem } = await runCommand(['npm', 'run', '--silent', name], {
      maxSilenceMs: maxScriptMs,
    });
    console.log(`${exitCode === 0 ? 'passed' : 'FAILED'}: ${name}`);
    const ms = performance.now() - startedAt;
    tallies.push(exitCode === 0 ? passedOne(name, ms) : failedOne(name, problem ?? `exit code ${exitCode}`));
  }
  return addTallies(tallies);
}

const playwright = [
  'node_modules/.bin/playwright',
  'test',
  '--config=tests/e2e/playwright.config.ts',
  '--reporter=list,./tests/runners/playwright-reporter.ts',
];
