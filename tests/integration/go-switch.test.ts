import { execa } from 'execa';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Resolution } from '#contract/switching';
import { goEnv } from '#testing/go-programs';
import { realModuleZip } from '#testing/real-toolchains';
import { stressed } from '#testing/stress';
import { GoSwitchWorld, type RealRun, type Scene } from '#testing/go-switch-world';

// The right answer is what the real `go version` prints: through the real shim, with real Gos.

const absent = 'these Gos are not available here';

const mod = (go: string, toolchain?: string) => ({
  'go.mod': `module m\n\ngo ${go}\n${toolchain === undefined ? '' : `\ntoolchain ${toolchain}\n`}`,
});

const modules: Record<string, Record<string, string>> = {
  'no go.mod': {},
  'an old go line': mod('1.20'),
  'a language version': mod('1.26'),
  'the version that runs': mod('1.24.9'),
  'a newer version that is installed': mod('1.27.0'),
  'a version that is not installed': mod('1.26.1'),
  'a release candidate': mod('1.28rc1'),
  'a toolchain line': mod('1.21', 'go1.27.0'),
  'a toolchain line below the go line': mod('1.27.0', 'go1.24.9'),
  'a toolchain line with a suffix': mod('1.21', 'go1.24.9-corp'),
  'a toolchain line that names the default': mod('1.26.1', 'default // none'),
  'a toolchain line that names a language version': mod('1.21', 'go1.26'),
  'a toolchain line that names none': mod('1.21', 'bash'),
  'a go line that names none': mod('go1.20'),
  'a workspace': { ...mod('1.27.0'), 'go.work': 'go 1.26.1\n\nuse .\n' },
  'a workspace that says nothing': { ...mod('1.27.0'), 'go.work': 'use .\n' },
};

const policies = [
  undefined,
  '',
  'local',
  'auto',
  'path',
  'local+auto',
  'local+path',
  'go1.24.9',
  'go1.24.9+auto',
  'go1.24.9+path',
  'go1.27.0',
  'go1.26.1+path',
  'go1.24.9-corp+auto',
];
const otherValues = [
  'go1.27.0+auto',
  'go1.27.0+path',
  'go1.26.1',
  'go1.24.9-corp',
  'go1.25',
  'go1.25+path',
  'go1.20',
  'go1',
  'go2.0',
  'bash',
  'auto+path',
  'local+',
  'go1.24.9+newer',
  'go1.24.9+auto+path',
  'go1.24.x',
  'go1.24.9/../x',
  '1.24.9',
  ' auto',
];

/** What the answer says that `go version` does. */
function said({ version, path, problem }: Pick<Resolution, 'version' | 'path' | 'problem'>): string {
  if (problem) return `fails: ${problem.code}`;
  return path === null ? `downloads ${version}` : `prints ${version}`;
}

/** How Go says what a failure of ours says. */
const errors: Record<string, RegExp> = {
  'go-switch.invalid': /^go: invalid GOTOOLCHAIN "/m,
  'go-switch.invalid-line': /^go: invalid toolchain "\S+" in go\.(mod|work)$/m,
  // The first Gos that switch say it in other words.
  'go-switch.language-version':
    /^go: invalid toolchain: \S+ is a language version|^go: download go1\.2[1-9] for \S+: toolchain not available$/m,
  'go-switch.not-on-path': /^go: cannot find "\S+" in PATH$/m,
  'go-switch.other-on-path': /^go: toolchain \S+ invoked to provide \S+$/m,
  'go-switch.not-downloaded': /: not downloaded. Run '/m,
  'go-switch.unexpected-version': /^go: toolchain \S+ invoked to provide \S+$/m,
  'go-switch.relative-gowork': /^go: (go: )?invalid GOWORK: not an absolute path$/m,
};

/** What it did; where it failed, whether for the reason that the answer tells. */
function did({ exitCode, stdout, stderr }: RealRun, { problem }: Pick<Resolution, 'problem'>): string {
  const [, version] = /^go version (\S+) /.exec(stdout) ?? [];
  if (exitCode === 0) return `prints ${version}`;
  if (problem && errors[problem.code]?.test(stderr)) return `fails: ${problem.code}`;
  const [, wanted] = /^go: downloading (\S+) \(/m.exec(stderr) ?? [];
  return wanted ? `downloads ${wanted}` : `fails: ${stderr}`;
}

/** What was said of each scene beside what happened, where the two differ. */
async function differences(world: GoSwitchWorld, scenes: Readonly<Record<string, Scene>>): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = Object.entries(scenes);
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, scene] = next;
      const { resolution, runs } = await world.ask(scene, ['version'], ['list', '-m']);
      const [version, list] = runs as [RealRun, RealRun];
      const happened = did(version, resolution);
      if (said(resolution) !== happened) wrong.push(`${name}: ${said(resolution)}, but ${happened}`);
      if (version.exitCode !== 0) continue;
      const { why } = resolution.switch ?? {};
      const requires = why?.code === 'go-switch.too-old' ? String(why.params['requires']) : undefined;
      const [, refused] = /requires go >= (\S+) \(/.exec(list.stderr) ?? [];
      // The module may be refused for something else before that.
      if (refused === undefined && requires !== undefined && list.exitCode !== 0) continue;
      if (refused !== requires) wrong.push(`${name}: requires ${requires}, but ${list.stderr}`);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return wrong;
}

/** In a normal run, every other file of each value, in turn. */
function taken(value: number, file: number): boolean {
  return stressed((value + file) % 2 === 0, true);
}

function scenesOf(
  values: readonly (string | undefined)[],
  files: Readonly<Record<string, Record<string, string>>>,
  more: Record<string, string> = {},
): Record<string, Scene> {
  const scenes = values.flatMap((value, row) =>
    Object.entries(files)
      .filter((_, column) => taken(row, column))
      .map(([name, contents]): [string, Scene] => [
        `GOTOOLCHAIN=${value}, ${name}`,
        { files: { ...contents, ...more }, env: value === undefined ? {} : { GOTOOLCHAIN: value } },
      ]),
  );
  return Object.fromEntries(scenes);
}

describe('what Go makes of GOTOOLCHAIN and go.mod', () => {
  it('for every value in every module', async (ctx) => {
    await using world = (await GoSwitchWorld.make(['go1.24.9', 'go1.27.0'])) ?? ctx.skip(absent);
    const few = ['no go.mod', 'a newer version that is installed', 'a version that is not installed'];
    const some = Object.fromEntries(few.map((name) => [name, modules[name] ?? {}]));
    expect(await differences(world, scenesOf(policies, modules))).toEqual([]);
    expect(await differences(world, scenesOf(otherValues, some))).toEqual([]);
    const pinned = scenesOf(['', 'local', 'auto', 'go1.27.0'], modules, { '.go-version': '1.24.9\n' });
    expect(await differences(world, pinned)).toEqual([]);
  });

  it('under an old Go', async (ctx) => {
    await using world = (await GoSwitchWorld.make(['go1.21.0', 'go1.27.0'])) ?? ctx.skip(absent);
    const pinned = scenesOf(['auto', 'go1.21.0+auto', 'local'], modules, { '.go-version': '1.21.0\n' });
    expect(await differences(world, pinned)).toEqual([]);
  });

  it('under a Go that does not know switching', async (ctx) => {
    await using world = (await GoSwitchWorld.make(['go1.20.14'])) ?? ctx.skip(absent);
    const scenes = scenesOf([undefined, 'auto', 'go1.27.0', 'bash'], modules, { '.go-version': '1.20.14\n' });
    expect(await differences(world, scenes)).toEqual([]);
    const { resolution } = await world.ask({
      files: { ...mod('1.27.0'), '.go-version': '1.20.14\n' },
      env: { GOTOOLCHAIN: 'auto' },
    });
    expect(resolution).toMatchObject({
      version: 'go1.20.14',
      problem: null,
      switch: { to: 'go1.27.0', how: 'fails', why: { code: 'go-switch.before-switching' } },
    });
  });

  it('in the end, when it leaves for a Go that does not know switching', async (ctx) => {
    await using world = (await GoSwitchWorld.make(['go1.24.9', 'go1.20.14'])) ?? ctx.skip(absent);
    expect(await differences(world, scenesOf(['go1.20.14', 'go1.20.14+auto'], modules))).toEqual([]);
  });
});

describe('where GOTOOLCHAIN is set', () => {
  const userFiles = {
    'says nothing': '# GOTOOLCHAIN=go1.27.0\nGOFLAGS=\n',
    'says auto': 'GOTOOLCHAIN=auto\n',
    'says a version': 'GOFLAGS=\nGOTOOLCHAIN=go1.27.0\n',
    'says it twice': 'GOTOOLCHAIN=go1.27.0\nGOTOOLCHAIN=local\n',
    'says nothing with the name': 'GOTOOLCHAIN=\n',
    'has blanks': ' GOTOOLCHAIN=go1.27.0\nexport GOTOOLCHAIN=go1.27.0\nGOTOOLCHAIN =go1.27.0\n',
    'has quotes': 'GOTOOLCHAIN="go1.27.0"\n',
    'has carriage returns': 'GOTOOLCHAIN=local\r\n',
    'has a byte order mark': '\uFEFFGOTOOLCHAIN=go1.27.0\n',
    'has no line end': 'GOTOOLCHAIN=go1.27.0',
  };

  it.for([
    ['nothing', null],
    ['auto', 'GOTOOLCHAIN=auto\n'],
    ['it twice', '# defaults\nGOTOOLCHAIN=path\nGOTOOLCHAIN=go1.27.0\n'],
  ] as const)('with a go.env that says %s', async ([, goenv], ctx) => {
    await using world = (await GoSwitchWorld.make(['go1.24.9', 'go1.27.0'], { goenv })) ?? ctx.skip(absent);
    const scenes: Record<string, Scene> = {};
    for (const [name, userFile] of Object.entries(userFiles)) {
      scenes[`user file ${name}`] = { files: mod('1.24.9'), userFile };
      scenes[`user file ${name}, a pin`] = { files: { '.go-version': '1.24.9' }, userFile };
      scenes[`user file ${name}, a variable`] = { userFile, env: { GOTOOLCHAIN: 'local+path' } };
      scenes[`user file ${name}, an empty variable`] = { userFile, env: { GOTOOLCHAIN: '' } };
      scenes[`user file ${name}, GOENV=off`] = { userFile, env: { GOENV: 'off' } };
      scenes[`user file ${name}, a relative GOENV`] = { userFile, env: { GOENV: './user.env' } };
    }
    expect(await differences(world, scenes)).toEqual([]);
    const told: [string, string][] = [];
    const real: [string, string][] = [];
    for (const [name, scene] of Object.entries(scenes)) {
      const { resolution, runs } = await world.ask(scene, ['env', 'GOTOOLCHAIN']);
      const places = resolution.candidates.filter(({ rule }) => rule === 'gotoolchain');
      const counts = places.find(({ outcome }) => outcome !== 'overridden');
      // Burrow sets it for a pin, and is no candidate itself.
      told.push([name, name.endsWith('a pin') ? 'local' : (counts?.text ?? '')]);
      const value = runs[0]?.stdout.replace(/\n$/, '') ?? '';
      real.push([name, value.replaceAll(/\p{Cc}/gu, '\uFFFD')]);
    }
    expect(told).toEqual(real);
  });
});

describe('where Go finds a toolchain', () => {
  it('on PATH, by the name alone', async (ctx) => {
    await using world =
      (await GoSwitchWorld.make(['go1.24.9', 'go1.20.14'], { path: ['extra'], onPath: 'go1.27.0' })) ??
      ctx.skip(absent);
    const program = join(world.root, 'extra', 'go1.27.0');
    const put = async (make: () => Promise<unknown>) => {
      await rm(join(world.root, 'extra'), { recursive: true, force: true });
      await mkdir(join(world.root, 'extra'));
      await make();
    };
    const go = (version: string) => join(world.goroot(version), 'bin/go');
    const started = { version: 'go1.24.9', path: expect.stringMatching(/go1\.24\.9\..*bin\/go$/) as string };
    const switched = { to: 'go1.27.0', setBy: { rule: 'go-mod-go', line: 3, text: 'go 1.27.0' }, why: null };
    const pinned = { '.go-version': '1.24.9\n' };

    expect(await asked(world)).toMatchObject({
      installed: false,
      instead: started,
      switch: { how: 'download' },
    });

    await put(() => symlink(go('go1.27.0'), program));
    expect(await asked(world)).toMatchObject({
      version: 'go1.27.0',
      path: program,
      installed: true,
      instead: started,
      switch: { ...switched, how: 'path' },
      problem: null,
    });
    expect(await asked(world, { GOTOOLCHAIN: 'path' })).toMatchObject({ switch: { how: 'path' } });
    const held = await world.ask({ files: { ...mod('1.27.0'), ...pinned } }, ['version']);
    expect(said(held.resolution)).toBe('prints go1.24.9');
    expect(held.resolution.switch).toMatchObject({
      how: 'fails',
      why: { code: 'go-switch.too-old', params: { gotoolchain: 'local', remedy: 'pin' } },
    });

    await put(() => symlink(go('go1.24.9'), program));
    expect(await asked(world)).toMatchObject({ switch: { how: 'fails' }, path: null, installed: false });
    // A Go before 1.21 does not look whether it is what it was started as.
    await put(() => symlink(go('go1.20.14'), program));
    expect(await asked(world)).toMatchObject({ version: 'go1.20.14', path: program });
    await put(() => writeFile(program, `#!/bin/sh\nexec ${go('go1.27.0')} "$@"\n`, { mode: 0o755 }));
    expect(await asked(world)).toMatchObject({ version: 'go1.27.0', path: program });
    await put(() => writeFile(program, '#!/bin/sh\n', { mode: 0o644 }));
    expect(await asked(world)).toMatchObject({ version: 'go1.27.0', path: null });
    await put(() => mkdir(program));
    expect(await asked(world)).toMatchObject({ version: 'go1.27.0', path: null });

    // Nothing that a relative entry leads to is run, nor anything behind it.
    await put(() => symlink(go('go1.27.0'), program));
    const { PATH = '' } = world.system.env;
    expect(await asked(world, { PATH: `../extra:${PATH}` })).toMatchObject({ path: null });
    expect(await asked(world, { PATH: `${PATH}:../extra` })).toMatchObject({ path: program });
  });

  it('on PATH, made by golang.org/dl', async (ctx) => {
    await using world =
      (await GoSwitchWorld.make(['go1.24.9'], { path: ['extra'], onPath: 'go1.27.0' })) ?? ctx.skip(absent);
    const extra = join(world.root, 'extra');
    const env = { ...(await goEnv()), GOBIN: extra };
    const built = await execa('go', ['install', 'golang.org/dl/go1.27.0@latest'], { env, reject: false });
    if (built.exitCode !== 0) ctx.skip('golang.org/dl is not available here');
    expect(await asked(world)).toMatchObject({
      path: null,
      problem: { code: 'go-switch.not-downloaded', params: { path: join(extra, 'go1.27.0') } },
    });
    const sdk = join(world.system.home, 'sdk/go1.27.0');
    await mkdir(join(sdk, '..'), { recursive: true });
    await symlink(world.goroot('go1.27.0'), sdk);
    await writeFile(join(sdk, '.unpacked-success'), '');
    expect(await asked(world)).toMatchObject({ path: join(sdk, 'bin/go'), switch: { how: 'path' } });
  });

  it('in its module cache, once it has downloaded it', async (ctx) => {
    await using world = (await GoSwitchWorld.make(['go1.27.0'])) ?? ctx.skip(absent);
    const { os, arch } = world.system;
    const zip = await realModuleZip('go1.24.9', `${os}-${arch}`);
    if (zip === null) ctx.skip(absent);
    const proxy = join(world.root, 'proxy/golang.org/toolchain/@v');
    await mkdir(proxy, { recursive: true });
    await symlink(String(zip), join(proxy, `v0.0.1-go1.24.9.${os}-${arch}.zip`));
    const env = { GOTOOLCHAIN: 'go1.24.9', GOPROXY: `file://${join(world.root, 'proxy')}`, GOSUMDB: 'off' };
    const setBy = { rule: 'gotoolchain', file: 'GOTOOLCHAIN', line: null, text: 'go1.24.9' };

    const before = await world.ask({ env }, ['version']);
    expect(before.resolution).toMatchObject({
      version: 'go1.24.9',
      path: null,
      installed: false,
      switch: { to: 'go1.24.9', setBy, how: 'download', why: null },
      problem: null,
    });
    expect(did(before.runs[0] as RealRun, before.resolution)).toBe('prints go1.24.9');
    const goroot = join(world.root, `module-cache/golang.org/toolchain@v0.0.1-go1.24.9.${os}-${arch}`);
    const after = await world.ask({ env }, ['version'], ['env', 'GOROOT']);
    expect(after.resolution).toMatchObject({
      version: 'go1.24.9',
      path: join(goroot, 'bin/go'),
      installed: true,
      switch: { to: 'go1.24.9', setBy, how: 'download', why: null },
    });
    expect(after.runs[1]?.stdout).toBe(`${goroot}\n`);
    // Only a complete one counts.
    const download = join(world.root, 'module-cache/cache/download/golang.org/toolchain/@v');
    await writeFile(join(download, `v0.0.1-go1.24.9.${os}-${arch}.partial`), '');
    expect((await world.ask({ env })).resolution.path).toBeNull();
  });

  it('from a Go on PATH that is not Burrow’s', async (ctx) => {
    await using world = (await GoSwitchWorld.make([], { onPath: 'go1.24.9' })) ?? ctx.skip(absent);
    expect(await differences(world, scenesOf([undefined, 'local', 'go1.27.0'], modules))).toEqual([]);
    expect(await differences(world, scenesOf(['auto'], modules, { '.go-version': 'system\n' }))).toEqual([]);
  });
});

it('what else Go looks at', async (ctx) => {
  await using world = (await GoSwitchWorld.make(['go1.24.9', 'go1.27.0'])) ?? ctx.skip(absent);
  const settings = [
    ['GO111MODULE', 'off'],
    ['GO111MODULE', 'on'],
    ['GO111MODULE', 'auto'],
    ['GO111MODULE', 'nonsense'],
    ['GOWORK', 'off'],
    ['GOWORK', 'auto'],
    ['GOWORK', 'go.work'],
    ['GOWORK', '/nowhere/go.work'],
    ['GOTOOLCHAIN_INTERNAL_SWITCH_VERSION', 'go1.24.9'],
  ] as const;
  const names = ['an old go line', 'a newer version that is installed', 'a workspace'];
  const some = Object.fromEntries(names.map((name) => [name, modules[name] ?? {}]));
  const scenes: Record<string, Scene> = {};
  for (const [variable, value] of settings) {
    for (const [name, scene] of Object.entries(scenesOf(['auto', 'local', 'go1.27.0'], some))) {
      scenes[`${name}, ${variable}=${value}`] = { ...scene, env: { ...scene.env, [variable]: value } };
      const userFile = `${variable}=${value}\n`;
      scenes[`${name}, ${variable}=${value} in the user's file`] = { ...scene, userFile };
    }
  }
  expect(await differences(world, scenes)).toEqual([]);
});

/** What is said of a folder that wants go1.27.0, and what happens there. */
async function asked(world: GoSwitchWorld, env: Record<string, string> = {}) {
  const { resolution, runs, dir } = await world.ask({ files: mod('1.27.0'), env }, ['version']);
  expect(said(resolution)).toBe(did(runs[0] as RealRun, resolution));
  return { ...resolution, dir };
}
