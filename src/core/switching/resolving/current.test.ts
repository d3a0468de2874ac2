import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFailure } from '#contract/failure';
import { burrowPaths, localSystem, type System } from '#core/system';
import { adoptToolchain } from '#core/toolchains/changes';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { currentGo } from './current.ts';
import { findGo, goFor, whichTool } from './go-for.ts';

let root: string;
let system: System;
let cellar: string;
let project: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'burrow-current-')));
  cellar = join(root, 'Cellar');
  project = join(root, 'project');
  await mkdir(project);
  system = {
    ...localSystem(),
    os: 'linux',
    arch: 'amd64',
    home: join(root, 'user'),
    env: { BURROW_HOME: join(root, 'home'), HOMEBREW_CELLAR: cellar, PATH: '/nowhere' },
    cwd: project,
    fetch: () => Promise.reject(new Error('no network may be asked')),
    run: () => Promise.reject(new Error('no Go may be run')),
  };
});
afterEach(() => rm(root, { recursive: true }));

/** A Go in a folder that does not belong to Burrow. */
async function put(folder: string, version: string, arch = 'amd64'): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await writeGoroot(folder, fakeGo(version, { os: 'linux', arch }));
  return folder;
}

const keg = (version: string, formula = 'go') => join(cellar, formula, version, 'libexec');

/** Homebrew had go1.26.1, which Burrow adopted, and has replaced it. */
async function upgraded(...now: [version: string, formula?: string][]): Promise<void> {
  await adoptToolchain(system, { path: await put(keg('1.26.1'), 'go1.26.1') });
  await rm(keg('1.26.1'), { recursive: true });
  for (const [version, formula] of now) await put(keg(version, formula), `go${version}`);
}

async function pin(content: string, file = '.go-version'): Promise<void> {
  await writeFile(join(project, file), content);
}

async function byDefault(content: string): Promise<void> {
  await writeFile(burrowPaths(system).defaultFile, content);
}

describe('the release that would be installed', () => {
  it.each([
    ['1.22', 'go1.22.12'],
    ['1.22.3', 'go1.22.3'],
    // Up to Go 1.20 this is a release, as for `burrow install`.
    ['1.20', 'go1.20'],
    ['1.99', null],
    ['system', null],
    ['rubbish', null],
  ])('for %s is %s', async (version, installs) => {
    await pin(version);
    expect(await currentGo(system, project)).toMatchObject({ installed: false, installs, gone: null });
  });

  it('is known for go.mod too, also while another Go looks for it', async () => {
    await pin('module m\n\ngo 1.22\n', 'go.mod');
    expect(await currentGo(system, project)).toMatchObject({ installed: false, installs: 'go1.22.12' });
    await adoptToolchain(system, { path: await put(join(root, 'old'), 'go1.21.0') });
    const auto = { ...system, env: { ...system.env, GOTOOLCHAIN: 'auto' } };
    // If it may not switch, it runs, but is too old.
    const local = { ...system, env: { ...system.env, GOTOOLCHAIN: 'local' } };
    const held = await currentGo(local, project);
    expect(held).toMatchObject({
      version: 'go1.21.0',
      installed: true,
      instead: null,
      installs: 'go1.22.12',
      gone: null,
      problem: null,
    });
    expect(held.switch?.why && describeFailure(held.switch.why, 'en').hint).toBe(
      'Install a newer Go: `burrow install 1.22` (go1.22.12 or newer).',
    );
    // If the failure keeps `go version` from running, it is also the problem.
    const path = await currentGo({ ...system, env: { ...system.env, GOTOOLCHAIN: 'go1.22+path' } }, project);
    expect(path.problem).toMatchObject({ code: 'go-switch.not-on-path', params: { installs: 'go1.22.12' } });
    expect(path.switch?.why).toEqual(path.problem);
    // Go's own switching looks for exactly go1.22, which does not exist.
    expect(await currentGo(auto, project)).toMatchObject({
      version: 'go1.22',
      installed: false,
      instead: { version: 'go1.21.0' },
      installs: 'go1.22.12',
      gone: null,
    });
  });

  it('is null if the wanted version is installed', async () => {
    await adoptToolchain(system, { path: await put(join(root, 'here'), 'go1.22.5') });
    await pin('1.22');
    expect(await currentGo(system, project)).toMatchObject({ installed: true, installs: null });
  });

  it('is in the failures of commands that need that Go, and in their hints', async () => {
    await pin('1.22');
    const { problem } = await currentGo(system, project);
    expect(problem?.params).toMatchObject({ wanted: '1.22', installs: 'go1.22.12' });
    const said = problem && [describeFailure(problem, 'en').hint, describeFailure(problem, 'zh-CN').hint];
    expect(said).toEqual([
      'Run `burrow install 1.22` (go1.22.12 or newer).',
      '运行 `burrow install 1.22`（go1.22.12 或更新版本）。',
    ]);
    for (const failing of [
      () => goFor(system, project),
      () => goFor(system, '/', '1.22'),
      () => whichTool(system, 'go', project),
    ]) {
      await expect(failing()).rejects.toMatchObject({ params: { wanted: '1.22', installs: 'go1.22.12' } });
    }
    await expect(goFor(system, project, '1.22', 'amd64')).rejects.toMatchObject({
      code: 'toolchain.not-for-arch',
      params: { installs: 'go1.22.12' },
    });
  });

  it('is not looked up for links, which are refreshed often', async () => {
    await pin('1.22');
    await expect(findGo(system, project)).rejects.toSatisfy(
      (error: { params: object }) => !('installs' in error.params),
    );
  });
});

describe('an adopted Go that is gone', () => {
  it('is said to be gone, with what its owner has now and how to make that the default', async () => {
    await upgraded(['1.25.9', 'go@1.25'], ['1.26.3']);
    await byDefault('go1.26.1\n');
    const { problem, gone } = await currentGo(system, project);
    const commands = [`burrow adopt ${keg('1.26.3')}`, 'burrow use 1.26.3 --global'];
    expect(gone).toEqual({
      version: 'go1.26.1',
      from: keg('1.26.1'),
      manager: 'homebrew',
      now: { version: 'go1.26.3', path: keg('1.26.3'), adopt: true, satisfies: false },
      commands,
    });
    expect(problem?.params['gone']).toEqual(gone);
    const file = burrowPaths(system).defaultFile;
    expect(problem && describeFailure(problem, 'en')).toEqual({
      message: `Go 1.26.1 is not installed (wanted by ${file}:1): go1.26.1, which was adopted from ${keg('1.26.1')} (Homebrew), is no longer there. There is go1.26.3 now, in ${keg('1.26.3')}.`,
      hint: `To use go1.26.3, run \`${commands.join(' && ')}\`. Or install a copy that is Burrow's own: \`burrow install 1.26.1\`.`,
    });
    expect(problem && describeFailure(problem, 'zh-CN')).toEqual({
      message: `未安装 Go 1.26.1（由 ${file}:1 指定）：go1.26.1 接管自 ${keg('1.26.1')}（Homebrew），现已不存在。现有 go1.26.3，位于 ${keg('1.26.3')}。`,
      hint: `如需使用 go1.26.3，请运行 \`${commands.join(' && ')}\`。也可以由 Burrow 另行安装一份：\`burrow install 1.26.1\`。`,
    });
    for (const failing of [() => goFor(system, project), () => whichTool(system, 'go', project)]) {
      await expect(failing()).rejects.toMatchObject({ code: 'toolchain.not-installed', params: { gone } });
    }
  });

  it.each<[string, () => Promise<void>, string[]]>([
    ['a pin without a patch, which the new one satisfies', () => pin('1.26'), ['adopt']],
    ['a .go-version', () => pin('1.26.1'), ['adopt', 'use 1.26.3 --dir']],
    ['a file that Burrow does not write', () => pin('golang 1.26.1', '.tool-versions'), []],
    ['a go.mod', () => pin('module m\n\ngo 1.26.1\n', 'go.mod'), ['adopt']],
  ])('is found for %s, with the commands that help', async (_, write, wanted) => {
    await upgraded(['1.26.3']);
    await write();
    const { gone } = await currentGo(system, project);
    expect(gone).toMatchObject({ version: 'go1.26.1', now: { version: 'go1.26.3' } });
    expect(gone?.commands).toEqual(
      wanted.map((command) =>
        command === 'adopt' ? `burrow adopt ${keg('1.26.3')}` : `burrow ${command} ${project}`,
      ),
    );
  });

  it('is found for the version that a command names', async () => {
    await upgraded(['1.26.3']);
    await expect(goFor(system, project, '1.26.1')).rejects.toMatchObject({
      params: { gone: { version: 'go1.26.1', now: { version: 'go1.26.3' }, commands: [] } },
    });
  });

  it('was replaced in its place', async () => {
    const place = await put(join(root, 'usr local/go'), 'go1.26.1');
    await adoptToolchain(system, { path: place });
    await put(place, 'go1.27.0');
    // Unrelated.
    await put(keg('1.26.3'), 'go1.26.3');
    await byDefault('1.26.1');
    const { gone, problem } = await currentGo(system, project);
    expect(gone).toEqual({
      version: 'go1.26.1',
      from: place,
      manager: 'other',
      now: { version: 'go1.27.0', path: place, adopt: true, satisfies: false },
      commands: [`burrow adopt '${place}'`, 'burrow use 1.27.0 --global'],
    });
    expect(problem && describeFailure(problem, 'en').message).toMatch(
      new RegExp(`: go1\\.26\\.1 was adopted from ${place}, where go1\\.27\\.0 is now\\.$`),
    );
    expect(problem && describeFailure(problem, 'zh-CN').message).toMatch(
      new RegExp(`：go1\\.26\\.1 接管自 ${place}，该处现在是 go1\\.27\\.0。$`),
    );
  });

  it('may have no replacement, or none that runs here', async () => {
    await upgraded();
    await put(keg('1.26.3'), 'go1.26.3', 'arm64');
    await byDefault('1.26.1');
    const { gone, problem } = await currentGo(system, project);
    expect(gone).toMatchObject({ version: 'go1.26.1', now: null, commands: [] });
    expect(problem && describeFailure(problem, 'en')).toMatchObject({
      message: expect.stringMatching(/\(Homebrew\), is no longer there\.$/),
      hint: 'Run `burrow install 1.26.1`.',
    });
  });

  it('has a successor that is adopted already', async () => {
    await upgraded(['1.26.3']);
    await adoptToolchain(system, { path: keg('1.26.3') });
    await byDefault('1.26.1');
    const { gone } = await currentGo(system, project);
    expect(gone?.commands).toEqual(['burrow use 1.26.3 --global']);
  });

  it('is not mentioned if another Go is missing, or one runs', async () => {
    await upgraded(['1.26.3']);
    await pin('1.22.5');
    expect(await currentGo(system, project)).toMatchObject({ installed: false, gone: null });
    await adoptToolchain(system, { path: keg('1.26.3') });
    await pin('1.26');
    expect(await currentGo(system, project)).toMatchObject({ version: 'go1.26.3', gone: null });
  });

  it('is preferred by what was wanted, then by its place, then by its minor version, then by age', async () => {
    await upgraded(['1.25.9', 'go@1.25'], ['1.26.2', 'go@1.26'], ['1.27.0']);
    await byDefault('1.26.1');
    expect(await replacement()).toBe('go1.26.2');
    await rm(join(cellar, 'go@1.26'), { recursive: true });
    expect(await replacement()).toBe('go1.27.0');
    await put(keg('1.26.1'), 'go1.28.1');
    expect(await replacement()).toBe('go1.28.1');
  });
});

/** What the owner of the Go that is gone has now. */
async function replacement(): Promise<string | undefined> {
  return (await currentGo(system, project)).gone?.now?.version;
}
