import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SetupStatus } from '#contract/setup';
import { localSystem } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { pathOfShell, SetupHome, setupScenes, setupShells } from '#testing/setup-home';
import { stressed } from '#testing/stress';

const version = 'go1.24.9';
const { os, arch } = localSystem();
let server: ReleaseServer;
let hasGo = false;
let project = '';

beforeAll(async () => {
  server = await startReleaseServer();
  hasGo = os === 'linux' && (await server.offerReal(version, os, arch));
  project = join(await newFolder('hello', { inMemory: true }), 'hello');
  await mkdir(project);
  await writeFile(join(project, 'main.go'), 'package main\n\nfunc main() { print("it runs\\n") }\n');
});
afterAll(async () => {
  await server.close();
  await removeFolder(join(project, '..'));
});

/** Every pair under stress; otherwise each shell and each scene once. */
const all = setupScenes.flatMap((scene) => setupShells.map((shell) => ({ shell, scene })));
const cases = all.filter((_, index) => index % stressed(4, 1) === 0 || index === all.length - 3);

describe('setup --yes, and its undo', () => {
  it.each(cases)('give $shell a Go where there is $scene, and take it away', async ({ shell, scene }) => {
    await using home = await SetupHome.make(shell, scene, { BURROW_GO_DL: server.dl, GOPROXY: server.proxy });
    const before = await home.everything();

    const first = await home.start(['--yes', '--json']);
    expect(first.stderr).not.toContain('rror');
    const status = JSON.parse(first.stdout) as SetupStatus & { changed: boolean };
    expect(status).toMatchObject({ needed: false, changed: true });
    expect(first.exitCode).toBe(0);

    const terminal = await home.terminal(`go version; burrow --version; go run ${project}/main.go`);
    expect(terminal.stdout.split('\n')).toEqual([
      `go version ${version} ${os}/${arch}`,
      expect.stringMatching(/^\d+\.\d+\.\d+$/),
    ]);
    expect(terminal.stderr).toContain('it runs');

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
