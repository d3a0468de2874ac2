import * as fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutControlCharacters } from '#contract/control-characters';
import { describeFailure } from '#contract/failure';
import { burrowPaths } from '#core/system';
import { folderOfCommand, resolveGo } from '#core/switching';
import { testTimeoutMs } from '#testing/limits';
import { stressed } from '#testing/stress';
import { posixShells, SwitchingWorld } from '#testing/switching-world';
import { installed, miseFile, modFile, pinFile, spoilt, toolsFile, versions } from '#testing/version-files';

// The tables contain selected cases; these tests generate others.

/** Mostly dash, which starts quickly. */
const dash = posixShells.find(({ name, file }) => name === 'dash' && file !== null);
const anyShell = fc.oneof(
  { weight: 4, arbitrary: fc.constant(dash) },
  fc.constantFrom(...posixShells.filter(({ file }) => file !== null)),
);

/** A world in which only the manifests of toolchains are added and removed, which is fast. */
async function makeWorld(dir = 'p'): Promise<{
  world: SwitchingWorld;
  install: (wanted: readonly string[]) => Promise<void>;
}> {
  const all = [...versions, '1.22.5-x'];
  const world = await SwitchingWorld.make({
    name: 'any',
    dir,
    // Run as a user who may not read everything.
    locked: [],
    installed: all.map((version) => `!go${version}`),
    expected: 'nothing chosen',
  });
  const { toolchains } = burrowPaths(world.system);
  const there = new Set<string>();
  return {
    world,
    async install(wanted) {
      for (const version of all) {
        if (there.has(version) === wanted.includes(version)) continue;
        const record = join(toolchains, `go${version}.${world.system.os}-${world.system.arch}.json`);
        if (there.delete(version)) await rm(record);
        else await writeFile(record, '{}').then(() => there.add(version));
      }
    },
  };
}

/** What the shim must do: the program that it runs, or all that it says. */
async function expectedOf(
  world: SwitchingWorld,
  system = world.system,
  args: readonly string[] = [],
): Promise<{ program: string; stderr: string }> {
  const folder = await folderOfCommand(world.dir, ['go', ...args]);
  const { version, installed: there, instead, problem } = await resolveGo(system, folder);
  if (instead) return { program: `${instead.version} go`, stderr: '' };
  if (there || problem === null) return { program: `${version} go`, stderr: '' };
  const { LC_ALL, LANG } = system.env;
  const { wanted, because } = problem.params;
  // Which release would be installed, the shim does not know.
  const isMissing = problem.code === 'toolchain.not-installed';
  const { message, hint } = describeFailure(
    isMissing ? { code: problem.code, params: { wanted, because } } : problem,
    (LC_ALL || LANG)?.startsWith('zh') ? 'zh-CN' : 'en',
  );
  return {
    program: '',
    stderr: [`burrow: ${message}`, `  ${hint}`, ''].map((line) => withoutControlCharacters(line)).join('\n'),
  };
}

const folders = ['p', 'p/工\u001B]0;x\u0007具', 'p/工\u001B]0;x\u0007具/r\u202E\u009B s'];

/** What stands in the place of a file. */
const content = (file: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 8, arbitrary: spoilt(file) },
    { weight: 4, arbitrary: file.map((text) => Buffer.from(text)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { isFolder: true } as const,
        { mayBeRead: false } as const,
        ...['../pipe', '/dev/null', '../gone', 'go.mod', '.go-version', '../../go.mod'].map((link) => ({
          link,
        })),
      ),
    },
  );
type Content = ReturnType<typeof content> extends fc.Arbitrary<infer T> ? T : never;

/** The files in a folder and those above it, and the relevant variables. */
const scene = fc.record({
  files: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom(...folders),
      fc.oneof(
        fc.tuple(fc.constant('.go-version'), content(pinFile)),
        fc.tuple(fc.constant('.tool-versions'), content(toolsFile)),
        fc.tuple(
          fc.constantFrom('mise.toml', '.mise.toml', '.mise.local.toml', '.config/mise/config.toml'),
          content(miseFile),
        ),
        { weight: 3, arbitrary: fc.tuple(fc.constantFrom('go.mod', 'go.mod', 'go.work'), content(modFile)) },
      ),
    ),
    { minLength: 1, maxLength: 6, selector: ([folder, [name]]) => `${folder}/${name}` },
  ),
  env: fc.record(
    {
      GOWORK: fc.constantFrom('', 'off', 'auto', 'go.work', '@/p/go.work', '@/p/gone'),
      BURROW_GO: fc.constantFrom(
        '',
        '1.22',
        '1.26rc1',
        'system',
        '1.22\u0085\u001B[2J',
        ' 1.22 ',
        'ü'.repeat(50),
      ),
      LANG: fc.constantFrom('C.UTF-8', 'zh_CN.UTF-8', 'C'),
      LC_ALL: fc.constantFrom('', 'C', 'C.UTF-8'),
    },
    { requiredKeys: [] },
  ),
  args: fc.constantFrom([], [], ['-C', '..', 'run', '.'], ['run', '-C=../..', '.'], ['-C', 's', 'version']),
});

async function put(path: string, wanted: Content): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if ('link' in wanted) await symlink(wanted.link, path);
  else if ('isFolder' in wanted) await mkdir(path);
  else
    await writeFile(path, 'mayBeRead' in wanted ? 'x' : wanted, { mode: 'mayBeRead' in wanted ? 0 : 0o644 });
}

/** Both words are tags of images; the first is explained. */
const twoImages = 'golang 1.22-bookworm 1.22.0-alpine3.20\n';

describe('resolver and shim say the same', () => {
  it.for([
    ['.go-version', pinFile, 200],
    ['.tool-versions', toolsFile, 200],
    ['mise.toml', miseFile, 400],
    ['go.mod', modFile, 200],
    ['go.work', modFile, 100],
  ] as const)('on any %s', async ([file, contents, normal], ctx) => {
    if (!dash) ctx.skip('dash is not installed');
    const { world, install } = await makeWorld();
    await using _ = world;
    await fc.assert(
      fc.asyncProperty(contents, installed, anyShell, async (text, wanted, shell) => {
        await install(wanted);
        await writeFile(join(world.dir, file), text);
        const { program, stderr } = world.run(shell as NonNullable<typeof shell>, world.shim());
        expect({ program, stderr }).toEqual(await expectedOf(world));
      }),
      {
        numRuns: stressed(normal, 10 * normal),
        endOnFailure: true,
        examples: file === '.tool-versions' ? [[twoImages, [], dash]] : [],
      },
    );
  });

  it(
    'of any folder, in the same words, under every shell',
    async () => {
      const shells = posixShells.filter(({ name, file }) => file !== null && !name.includes('3.2'));
      const count = stressed(100, 10_000);
      const { world, install } = await makeWorld(folders.at(-1));
      await using _ = world;
      spawnSync('mkfifo', [join(world.root, 'pipe')]);
      const { env } = world.system;
      let alike = 0;
      await fc.assert(
        fc.asyncProperty(scene, installed, async (made, wanted) => {
          await install(wanted);
          const variables = Object.entries(made.env).map(([name, said]) => [
            name,
            said?.replace(/^@/, world.root),
          ]);
          const from = { ...world.system, env: { ...env, ...Object.fromEntries(variables) } };
          const paths = made.files.map(([folder, [name]]) => join(world.root, folder, name));
          for (const [index, [, [, what]]] of made.files.entries()) await put(paths[index] ?? '', what);
          try {
            const expected = await world.asUser(() => expectedOf(world, from, made.args));
            for (const [index, ran] of (await world.runUnder(shells, made.args, from.env)).entries()) {
              const { program, stderr } = ran;
              expect({ program, stderr }, shells[index]?.name).toEqual(expected);
            }
            alike += 1;
            if (alike % 1000 === 0) console.log(`${alike} folders`);
          } finally {
            for (const path of paths) await rm(path, { recursive: true, force: true });
          }
        }),
        // Finding a smaller example would run all shells again for each.
        { numRuns: count, endOnFailure: true },
      );
      console.log(
        `stress: resolver and shim: ${alike} of ${count} folders decided alike under ${shells.map(({ name }) => name).join(', ')}`,
      );
    },
    stressed(1, 8) * testTimeoutMs,
  );
});
