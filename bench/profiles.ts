import * as fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ShellName } from '#contract/shell';
import { applyPlan, planShells } from '#core/profiles';
import { localSystem, type System } from '#core/system';
import { onPath } from '#testing/on-path';
import { profileText } from '#testing/profile-texts';
import type { Row } from './row.ts';
import { median, medians } from './timing.ts';

const runs = 15;

/** Measures plans of profiles, apart from the shells that are started for them, and what env.sh adds to a shell's start. */
export async function rows(): Promise<Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'burrow-bench-profiles-'));
  try {
    return [await sixProfiles(home), await largeProfile(home), ...(await shellStarts(home))];
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** This machine with another home, where a shell that is asked something answers at once, with nothing. */
function withoutShells(home: string): System {
  return {
    ...localSystem(),
    home,
    cwd: home,
    env: { HOME: home, PATH: '/usr/bin:/bin' },
    run: answerNothing,
  };
}

const answerNothing: System['run'] = async ({ args }) => {
  const [mark = ''] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(args.join(' ')) ?? [];
  return { exitCode: 0, stdout: mark + mark, stderr: '', durationMs: 0 };
};

async function sixProfiles(home: string): Promise<Row> {
  const names = [
    '.zprofile',
    '.zshrc',
    '.bash_profile',
    '.bashrc',
    '.profile',
    '.config/fish/conf.d/burrow.fish',
  ];
  mkdirSync(join(home, '.config/fish/conf.d'), { recursive: true });
  const texts = fc.sample(profileText, { numRuns: names.length, seed: 9 });
  // The largest of 760 real profiles has 145 kB.
  for (const [index, name] of names.entries())
    writeFileSync(
      join(home, name),
      repeated(texts[index] ?? '', name === '.zshrc' ? 145_000 : 600),
      'latin1',
    );
  const took = await planTimes(home, ['zsh', 'bash', 'fish', 'sh']);
  return {
    name: '`shell plan` over six profiles, one of 145 kB, apart from starting shells',
    value: median(took.slice(1)),
    unit: 'ms',
    goal: '≤ 50',
    details: `the first: ${ms(took[0])}`,
  };
}

async function largeProfile(home: string): Promise<Row> {
  const [text = ''] = fc.sample(profileText, { numRuns: 1, seed: 9 });
  writeFileSync(join(home, '.profile'), repeated(`${text}\nexport A=1 # a comment\n`, 5_000_000), 'latin1');
  const took = await planTimes(home, ['sh']);
  return {
    name: 'parse, plan and diff of a profile of 5 MB',
    value: median(took.slice(1)),
    unit: 'ms',
    goal: '≤ 300',
    details: `the first: ${ms(took[0])}`,
  };
}

/** The time of each of some plans, the first of which compiles, ms. */
async function planTimes(home: string, shells: ShellName[]): Promise<number[]> {
  const system = withoutShells(home);
  const took: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const began = performance.now();
    const { files } = await planShells(system, shells);
    took.push(performance.now() - began);
    if (files.some(({ action }) => action !== 'insert'))
      throw new Error(`a profile is not edited: ${files[0]?.path}`);
  }
  return took;
}

/** What env.sh adds to the start of each shell, beside an empty file. */
async function shellStarts(home: string): Promise<Row[]> {
  const system = withoutShells(home);
  await applyPlan(system, (await planShells(system, ['bash'])).id);
  writeFileSync(join(home, 'empty'), '');
  const shells = [
    { name: 'dash', plain: [], file: 'env.sh' },
    { name: 'bash', plain: ['--norc'], file: 'env.sh' },
    { name: 'zsh', plain: ['-f'], file: 'env.sh' },
    { name: 'fish', plain: ['--no-config'], file: 'env.fish' },
  ];
  const found: Row[] = [];
  for (const { name, plain, file } of shells) {
    const shell = onPath(name);
    if (shell === null) continue;
    const sourcing = (path: string) => ({ name: path, file: shell, args: [...plain, '-c', `. '${path}'`] });
    const contenders = [sourcing(join(home, 'empty')), sourcing(join(home, '.burrow', file))];
    const [empty = 0, ours = 0] = medians(contenders, 60);
    found.push({
      name: `what ${file} adds to the start of ${name}`,
      value: ours - empty,
      unit: 'ms',
      goal: '≤ 3',
      details: `with an empty file: ${empty.toFixed(2)} ms; with ${file}: ${ours.toFixed(2)} ms`,
    });
  }
  return found;
}

function repeated(text: string, bytes: number): string {
  const piece = text.endsWith('\n') ? text : `${text}\n`;
  return piece.repeat(Math.ceil(bytes / piece.length));
}

const ms = (time: number | undefined): string => `${(time ?? 0).toFixed(0)} ms`;
