import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../runners/command.ts';
import { addTallies, judged, summaryLine } from '../runners/tally.ts';
import { type Need, needs, unmet } from '../setup/needs.ts';

const one = (name: string) => ({ name, reason: 'no engine' });

describe('the count of all tests', () => {
  test('adds up all runners', () => {
    const all = addTallies([
      { passed: 3, failed: 0, skipped: [one('a')] },
      { passed: 4, failed: 2, skipped: [one('b'), one('c')] },
    ]);
    expect(summaryLine(all)).toBe('7 passed, 2 failed, 3 skipped');
    expect(all.skipped.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  const good = { passed: 5, failed: 0, skipped: [] };
  test.each([
    { runner: 'went well', tally: good, exitCode: 0, failed: 0 },
    { runner: 'failed although none of its tests did', tally: good, exitCode: 1, failed: 1 },
    { runner: 'was killed after its tests', tally: good, exitCode: null, failed: 1 },
    { runner: 'crashed before it could count', tally: null, exitCode: 0, failed: 1 },
    { runner: 'had failing tests', tally: { ...good, failed: 2 }, exitCode: 1, failed: 2 },
  ])('a runner that $runner counts $failed as failed', ({ tally, exitCode, failed }) => {
    expect(judged(tally, exitCode).failed).toBe(failed);
  });
});

describe('what a machine lacks', () => {
  const nothing = { command: () => false, file: () => false };
  const everything = { command: () => true, file: () => true };
  const engine: Need = { name: 'e', packages: ['d'], commands: ['dockerd', 'iptables'], without: '' };

  test('everything, or nothing', () => {
    expect(unmet(needs, nothing)).toEqual(needs);
    expect(unmet(needs, everything)).toEqual([]);
  });

  test('an engine of which only a part is there', () => {
    expect(unmet([engine], { ...nothing, command: (name) => name === 'dockerd' })).toEqual([engine]);
  });

  test('a font that is in one of its places is there', () => {
    const font: Need = { name: 'f', packages: [], commands: [], files: ['/a', '/b'], without: '' };
    expect(unmet([font], { ...nothing, file: (path) => path === '/b' })).toEqual([]);
    expect(unmet([font], nothing)).toEqual([font]);
  });
});

describe('a runner', () => {
  test('that takes too long is ended', async () => {
    expect(await runCommand(['sleep', '30'], { timeoutMs: 200 })).toBeNull();
  });

  test('that is not there counts as one that did not start', async () => {
    expect(await runCommand(['/nowhere/runner'], { timeoutMs: 1000 })).toBeNull();
  });
});

test('an unknown part is wrong usage, and says which there are', async () => {
  const run = await execa(process.execPath, ['tests/run.ts', '--only', 'everything'], { reject: false });
  expect(run.exitCode).toBe(2);
  expect(run.stdout).toContain('check, unit, build, integration, electron, e2e');
});
