import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SetupStatus } from '#contract/setup';
import { localSystem } from '#core/system';
import { fakeGo } from '#testing/fake-toolchains';
import { newFolder, removeFolder } from '#testing/folders';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { pathOfShell, SetupHome, setupScenes, setupShells } from '#testing/setup-home';
import { ShellHome } from '#testing/shell-home';
import { stressed } from '#testing/stress';
import { compiledCode } from '#testing/compiled-code';

const version = 'go1.24.9';
const { os, arch } = localSystem();
let server: ReleaseServer;
let hasGo = false;
/** A folder in memory with a program, and the toolchain once it was installed. */
let kept = '';

beforeAll(async () => {
  server = await startReleaseServer();
  hasGo = os === 'linux' && (await server.offerReal(version, os, arch));
  kept = await newFolder('kept', { inMemory: true });
  await writeFile(join(kept, 'main.go'), 'package main\n\nfunc main() { print("it runs\\n") }\n');
});
afterAll(async () => {
  await server.close();
  await removeFolder(kept);
});

/** A copy of a folder by hard links, which takes a moment for the 12,000 files of a Go. */
async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await execa('cp', ['-al', from, to]);
}

/** Every pair under stress. Otherwise two: tests/e2e/setup.spec.ts has zsh. */
const all = setupScenes.flatMap((scene) => setupShells.map((shell) => ({ shell, scene })));
const cases = stressed([all[1]!, all[8]!], all);

describe('setup --yes, and its undo', () => {
  it.for(cases)('give $shell a Go where there is $scene, and take it away', async ({ shell, scene }, ctx) => {
    if (!hasGo) ctx.skip(`no module proxy gives ${version}`);
    if (pathOfShell(shell) === null) ctx.skip(`there is no ${shell}`);
    await using home = await SetupHome.make(shell, scene, { BURROW_GO_DL: server.dl, GOPROXY: server.proxy });
    const before = await home.everything();
    // It is installed once: after that, the toolchain is there already.
    const toolchains = join(kept, 'toolchains');
    const isThere = existsSync(toolchains);
    if (isThere) await linkAll(toolchains, home.path('.burrow/toolchains'));

    const first = await home.start(['--yes', '--json']);
    expect(first.stderr).not.toContain('rror');
    const status = JSON.parse(first.stdout) as SetupStatus & { changed: boolean };
    expect(status).toMatchObject({ needed: false, changed: true });
    expect(first.exitCode).toBe(0);

    const terminal = await home.terminal(`go version; burrow --version; go run ${kept}/main.go`);
    expect(terminal.stdout.split('\n')).toEqual([
      `go version ${version} ${os}/${arch}`,
      expect.stringMatching(/^\d+\.\d+\.\d+$/),
    ]);
    expect(terminal.stderr).toContain('it runs');

    if (!isThere) await linkAll(home.path('.burrow/toolchains'), toolchains);
    const after = await home.everything();
    const again = await home.start(['--yes', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ needed: false, changed: false });
    expect(await home.everything()).toEqual(after);

    const undone = await home.start(['--undo', '--yes', '--json']);
    expect(undone.exitCode).toBe(0);
    expect(existsSync(home.path('.burrow'))).toBe(false);
    expect(await home.everything()).toEqual(before);
    expect(JSON.parse((await home.start(['--undo', '--yes', '--json'])).stdout)).toEqual({
      items: [],
      bytes: 0,
    });
  });
});

describe('a set-up that is killed anywhere', () => {
  const program = fileURLToPath(new URL('../support/setup-child.ts', import.meta.url));

  /** Whether it came to its end before the given step. */
  async function runUntil(home: ShellHome, fakes: ReleaseServer, work: 'set up' | 'undo', step: number) {
    const { dl, proxy, sumdb } = fakes;
    const env = {
      ...home.system.env,
      BURROW_GO_DL: dl,
      GOPROXY: proxy,
      GOSUMDB: sumdb,
      ...compiledCode,
    };
    const ran = await execa(process.execPath, [program, work, String(step)], {
      env,
      extendEnv: false,
      reject: false,
      cwd: home.home,
    });
    if (step === Number.POSITIVE_INFINITY) expect(ran.stderr).toBe('');
    return ran.stdout.includes('done');
  }

  it('goes on with the next one, and the undo takes all away', async () => {
    await using fakes = await startReleaseServer();
    fakes.offerFake(fakeGo('go1.26.7', { os, arch }));
    const tries = stressed(1, 20);
    const steps = stressed(60, 75);
    let killed = 0;
    for (let at = 0; at < tries; at++) {
      await using home = await ShellHome.make();
      await home.write('.zshrc', 'a=1\n');
      const before = await home.everything();
      const step = Math.floor(Math.random() * steps);
      if (!(await runUntil(home, fakes, 'set up', step))) killed++;
      expect(await runUntil(home, fakes, 'set up', Number.POSITIVE_INFINITY)).toBe(true);
      expect(await home.read('.burrow/default'), `killed before step ${step}`).toBe('go1.26.7\n');
      expect(await home.read('.zshrc')).toContain('burrow');
      const undoStep = Math.floor(Math.random() * steps);
      if (!(await runUntil(home, fakes, 'undo', undoStep))) killed++;
      expect(await runUntil(home, fakes, 'undo', Number.POSITIVE_INFINITY)).toBe(true);
      expect(existsSync(home.path('.burrow')), `killed before step ${undoStep}`).toBe(false);
      expect(await home.everything(), `killed before steps ${step} and ${undoStep}`).toEqual(before);
    }
    expect(killed).toBeGreaterThan(tries / 4);
    console.log(`stress: set-ups and undos killed: ${killed} of ${2 * tries}, 0 lost`);
  });
});
