import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveGo } from '#core/switching';
import { asdfIn, miseIn, run, type Said } from '#testing/peers';
import { findAsdf } from '#testing/real-asdf';
import { findMise } from '#testing/real-mise';
import { onPath } from '#testing/on-path';
import { stressed } from '#testing/stress';
import { SwitchingWorld } from '#testing/switching-world';
import { type Outcome, type PeerForm, peerForms, peerVersions } from '../fixtures/peer-forms.ts';

/** A world with these toolchains and another Go on PATH, and a folder for each form. */
async function makeWorld(): Promise<{
  world: SwitchingWorld;
  forms: { form: PeerForm; folder: string }[];
  shared: { installed: { version: string; goroot: string }[]; other: string; top: string };
}> {
  const world = await SwitchingWorld.make({
    name: 'peers',
    dir: 'forms',
    installed: peerVersions,
    files: { 'other/bin/go': 'other' },
    path: ['other/bin'],
    expected: 'nothing chosen',
  });
  const { os, arch } = world.system;
  const forms = peerForms
    .filter((_, index) => index % stressed(4, 1) === 0)
    .map((form, index) => ({ form, folder: join(world.dir, `${index}`) }));
  for (const { form, folder } of forms) {
    await mkdir(folder);
    for (const [name, content] of Object.entries(form.files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
  }
  const installed = peerVersions.map((version) => ({
    version: version.replace(/^go/, ''),
    goroot: join(world.root, 'home/toolchains', `${version}.${os}-${arch}`),
  }));
  return { world, forms, shared: { installed, other: join(world.root, 'other/bin'), top: world.dir } };
}

/** Runs the work for all forms, two at a time. */
async function all<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) results[index] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Burrow's result for a form, from its resolver; its shim must give the same. */
async function withBurrow(
  world: SwitchingWorld,
  folder: string,
): Promise<{ resolver: Outcome; shim: Outcome }> {
  const { path, version, problem } = await resolveGo(world.system, folder);
  const env = { ...world.system.env, PWD: folder };
  const ran = await run(onPath('dash') ?? '/bin/sh', [world.shim(), 'version'], { cwd: folder, env });
  const other = path?.startsWith(join(world.root, 'other/')) ?? false;
  return {
    resolver: problem ? 'refused' : other ? 'other' : (version ?? 'refused'),
    shim: ran.exitCode === 0 ? programOf(ran.stdout) : 'refused',
  };
}

/** `go1.22.5` or `other`. */
function programOf(stdout: string): Outcome {
  return stdout.split(/\s/)[0] ?? '';
}

/** If the requested Go is missing, mise runs the Go on PATH, with a warning. */
function withMise({ stdout, stderr, exitCode }: Said): Outcome {
  const missing = /(?<!npm:)\b(?:go|golang)@|\bfor go(?:: \[| \()/.test(stderr);
  const program = programOf(stdout);
  return exitCode !== 0 || (program === 'other' && missing) ? 'refused' : program;
}

describe('Burrow agrees with the real', () => {
  it('mise, form by form', async (ctx) => {
    const mise = findMise();
    if (mise === null) ctx.skip('mise is not available');
    const { world, forms, shared } = await makeWorld();
    await using _ = world;
    const peer = miseIn(join(world.root, 'mise'), { mise: mise ?? '', ...shared });
    const answers = await all(forms, async ({ form, folder }) => {
      const said = await peer.goVersion(folder);
      const asMise = withMise(said);
      const { resolver, shim } = await withBurrow(world, folder);
      const expected = form.burrow ?? asMise;
      // A difference that no longer exists must be removed from the table.
      const isListed = form.burrow === undefined || form.burrow !== asMise;
      return resolver === expected && shim === expected && isListed
        ? null
        : { form: form.name, mise: asMise, resolver, shim, expected, stderr: said.stderr.slice(0, 300) };
    });
    expect(answers.filter((answer) => answer !== null)).toEqual([]);
    expect(forms.length).toBeGreaterThan(stressed(75, 300));
  });

  it('asdf, if that runs a Go', async (ctx) => {
    const asdf = findAsdf();
    if (asdf === null) ctx.skip('asdf is not available');
    const { world, forms, shared } = await makeWorld();
    await using _ = world;
    const peer = await asdfIn(join(world.root, 'asdf'), { asdf: asdf ?? '', ...shared });
    const ofAsdf = forms.filter(({ form }) => '.tool-versions' in form.files);
    const answers = await all(ofAsdf, async ({ form, folder }) => {
      const said = await peer.goVersion(folder);
      const asAsdf = said.exitCode === 0 ? programOf(said.stdout) : null;
      const { resolver } = await withBurrow(world, folder);
      const isMet = asAsdf === null || asAsdf === resolver || asAsdf === form.asdf;
      return isMet ? null : { form: form.name, asdf: asAsdf, resolver };
    });
    expect(answers.filter((answer) => answer !== null)).toEqual([]);
  });
});
