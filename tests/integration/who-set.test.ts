import { execa } from 'execa';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { whoSet } from '#core/environment';
import { findOnPath, localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { plant, type PlantedHome, plantedHome, type PlantedShell } from '#testing/planted-homes';
import { stressed } from '#testing/stress';

let folder = '';
beforeAll(async () => {
  folder = await newFolder('who-set', { inMemory: true });
});
afterAll(() => removeFolder(folder));

/** A user of a shell, with the environment of a session. */
async function userOf(
  shell: PlantedShell,
  home: string,
  env: Record<string, string>,
): Promise<System | null> {
  const path = await findOnPath(localSystem(), shell);
  if (path === null) return null;
  return {
    ...localSystem(),
    home,
    cwd: home,
    env: { HOME: home, SHELL: path, PATH: '/usr/bin:/bin', ...env },
  };
}

/** The environment at the end of a login, without a trace. */
async function realEnd(system: System): Promise<Map<string, string>> {
  const mark = '==the environment==';
  const { stdout } = await execa(system.env['SHELL'] ?? '', ['-l', '-i', '-c', `echo; echo "${mark}"; env`], {
    env: { HOME: system.home, PATH: '/usr/bin:/bin', TERM: 'dumb' },
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
  });
  const lines = (stdout.split(`${mark}\n`)[1] ?? '').split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

interface Verdict {
  right: number;
  unknown: number;
  wrong: string[];
}

async function judge(shell: PlantedShell, seed: number, verdict: Verdict): Promise<void> {
  const home = join(folder, `${shell}-${seed}`);
  const planted: PlantedHome = plantedHome(seed, shell);
  await plant(home, planted);
  const env = Object.fromEntries([...planted.truth].map(([name, { value }]) => [name, value]));
  const user = await userOf(shell, home, { ...env, GOTOOLCHAIN: 'local' });
  if (user === null) throw new Error(`no ${shell}`);
  const end = await realEnd(user);
  for (const [name, { value }] of planted.truth)
    expect(`${seed} ${name}=${end.get(name)}`).toBe(`${seed} ${name}=${value}`);
  const { variables, unknown } = await whoSet(user, {});
  expect(unknown).toBeNull();
  for (const { name, setBy } of variables) {
    const truth = planted.truth.get(name);
    const isRight =
      truth === undefined
        ? setBy === null
        : setBy?.file === join(home, truth.file) && setBy.line >= truth.first && setBy.line <= truth.last;
    if (isRight) verdict.right++;
    else if (setBy === null) verdict.unknown++;
    else verdict.wrong.push(`${seed} ${name}: ${JSON.stringify(setBy)} for ${JSON.stringify(truth)}`);
  }
  await rm(home, { recursive: true });
}

it.for(['zsh', 'bash', 'sh', 'fish'] as const)('finds the lines of planted homes in %s', async (shell) => {
  const verdict: Verdict = { right: 0, unknown: 0, wrong: [] };
  const homes = stressed(8, 250);
  for (let seed = 1; seed <= homes; seed++) await judge(shell, seed, verdict);
  const all = verdict.right + verdict.unknown + verdict.wrong.length;
  console.log(
    `stress: who set a variable, ${shell}: ${verdict.right} of ${all} right, ${verdict.unknown} unknown, ${verdict.wrong.length} wrong in ${homes} homes`,
  );
  expect(verdict.wrong).toEqual([]);
  expect(verdict.right / all).toBeGreaterThanOrEqual(0.95);
});
