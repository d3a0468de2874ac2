import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHistory } from '#core/history';
import { localSystem, type System } from '#core/system';
import { toolchainUsers } from './toolchain-users.ts';

it('finds the projects that use a toolchain, ignoring those that are gone or have no valid version', async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'burrow-users-')));
  const system: System = {
    ...localSystem(),
    os: 'linux',
    arch: 'amd64',
    env: { BURROW_HOME: join(root, 'home'), PATH: '' },
  };
  const goroot = (version: string) => join(root, 'home/toolchains', `go${version}.linux-amd64`);
  for (const version of ['1.24.9', '1.26.1']) {
    await mkdir(join(goroot(version), 'bin'), { recursive: true });
    await writeFile(join(goroot(version), 'bin/go'), '', { mode: 0o755 });
    await writeFile(`${goroot(version)}.json`, '{}');
  }
  const history = await openHistory(system);
  try {
    for (const [name, version] of [
      ['old', '1.24.9'],
      ['new', '1.26.1'],
      ['broken', 'rubbish'],
      ['missing', '1.20.1'],
      ['newer', '1.26'],
    ] as const) {
      await mkdir(join(root, name));
      await writeFile(join(root, name, '.go-version'), version);
      await history.touchProject(join(root, name));
    }
    await history.touchProject(join(root, 'gone'));
    expect(await toolchainUsers(system, history)).toEqual(
      new Map([
        [goroot('1.26.1'), [join(root, 'newer'), join(root, 'new')]],
        [goroot('1.24.9'), [join(root, 'old')]],
      ]),
    );
  } finally {
    await history.close();
    await rm(root, { recursive: true });
  }
});
