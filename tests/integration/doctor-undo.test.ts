import { execa } from 'execa';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { FixResult } from '#contract/doctor';
import { profileJournal, undoChanges } from '#core/profiles';
import { DoctorHome } from '#testing/doctor-home';
import { whyNoGo } from '#testing/go-programs';
import { seededRandom } from '#testing/random';
import { stressed } from '#testing/stress';
import { compiledCode } from '#testing/compiled-code';

const missing = await whyNoGo();
const program = fileURLToPath(new URL('../support/doctor-child.ts', import.meta.url));

/** Lines of profiles and of Go's file of which each is something that the doctor fixes, or leaves. */
const profileLines = [
  'export GOROOT=/nowhere',
  'if [ -d / ]; then\n  export GOROOT=/usr/lib/go\nfi',
  'alias go=echo',
  'export PATH=~/gone/bin:$PATH',
  'export GO111MODULE=off # why',
  'export EDITOR=vi',
  'x=1;export GOROOT=/two\t',
  '\xe9=\r',
];
const goLines = [
  'GOPROXY=https://goproxy.cn',
  'GOSUMDB="off"',
  'GOROOT=/x',
  'GONOTHING=1',
  'GOPRIVATE=a.example\r',
];

/** A text of some of the lines, in any order; some texts do not end with a newline. */
function textOf(lines: readonly string[], random: () => number): string {
  const chosen = lines.filter(() => random() < 0.6).toSorted(() => random() - 0.5);
  return chosen.join('\n') + (random() < 0.3 ? '' : '\n');
}

async function plant(home: DoctorHome, random: () => number): Promise<void> {
  const { shells } = home;
  const before = await shells.read('.bashrc');
  await shells.write('.bashrc', textOf(profileLines, random) + (random() < 0.5 ? `\n${before}` : ''));
  await shells.write('.profile', textOf(profileLines, random));
  await shells.write('.config/go/env', textOf(goLines, random));
  if (random() < 0.5) await mkdir(home.path('.config/fish/conf.d'), { recursive: true });
}

/** Fixes them, unless another fix has taken them along. */
async function fixed(home: DoctorHome, ids: readonly string[]): Promise<FixResult> {
  return home.fix(ids).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'doctor.finding-unknown' });
    return { fixed: [], failed: [] };
  });
}

/** Undoes everything that is in effect, the newest first. */
async function undoAll(home: DoctorHome, isOld: (entry: string) => boolean): Promise<void> {
  const { entries } = await profileJournal(home.system);
  const made = entries.filter((each) => each.kind === 'apply' && each.undoneBy === null && !isOld(each.id));
  for (const { id } of made) await undoChanges(home.system, { entry: id });
}

it.skipIf(missing !== null)('fixes in any order, and then undo, leave every byte as it was', async () => {
  const runs = stressed(1, 60);
  let fixes = 0;
  for (let run = 0; run < runs; run++) {
    const seed = stressed(run + 1, Math.floor(Math.random() * 1e9));
    const random = seededRandom(seed);
    await using home = await DoctorHome.make();
    const old = new Set((await profileJournal(home.system)).entries.map(({ id }) => id));
    await plant(home, random);
    const { findings } = await home.examine();
    const before = await home.everything();
    const ids = findings
      .filter(({ fix }) => fix?.kind === 'apply')
      .map(({ id }) => id)
      .toSorted(() => random() - 0.5);
    // Some in one call, the others one by one, as people do.
    const together = ids.filter(() => random() < 0.5);
    for (const some of [together, ...ids.filter((id) => !together.includes(id)).map((id) => [id])]) {
      if (some.length === 0) continue;
      const { fixed: now, failed } = await fixed(home, some);
      expect(failed, `seed ${seed}`).toEqual([]);
      fixes += now.length;
    }
    await undoAll(home, (id) => old.has(id));
    expect(await home.everything(), `seed ${seed}`).toEqual(before);
    expect(home.bugs).toEqual([]);
  }
  expect(fixes).toBeGreaterThan(runs * 2);
  console.log(`stress: fixes and undo: ${runs} of ${runs} homes as before, after ${fixes} fixes`);
});

it.skipIf(missing !== null)('killed at any step, fixing loses nothing', async () => {
  await using home = await DoctorHome.make();
  const old = new Set((await profileJournal(home.system)).entries.map(({ id }) => id));
  await home.shells.write('.bashrc', 'export GOROOT=/nowhere\nalias go=echo\n');
  await home.shells.write('.config/go/env', 'GOPROXY=https://goproxy.cn\n');
  const { findings } = await home.examine();
  const before = await home.everything();
  const ids = findings.filter(({ fix }) => fix?.kind === 'apply').map(({ id }) => id);
  expect(ids).toHaveLength(3);
  const env = { ...home.system.env, ...compiledCode };
  const stride = stressed(12, 1);
  let killed = 0;
  for (let step = Math.floor(Math.random() * stride); ; step += stride) {
    const args = [program, home.dir, String(step), ...ids];
    const ran = await execa(process.execPath, args, { env, extendEnv: false, reject: false });
    // Half of the people go on, and half undo at once.
    for (const id of killed % 2 === 0 ? ids : []) expect((await fixed(home, [id])).failed).toEqual([]);
    await undoAll(home, (id) => old.has(id));
    expect(await home.everything(), `killed before step ${step}`).toEqual(before);
    if (ran.stdout.includes('done')) break;
    killed++;
  }
  expect(killed).toBeGreaterThan(2);
  console.log(`stress: fixing killed at ${killed} steps, 0 lost`);
});
