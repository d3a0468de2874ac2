import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { goSetting } from './settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-go-settings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (path: string, text: string): Promise<string> => {
  const full = join(folder, path);
  await mkdir(join(full, '..'), { recursive: true });
  await writeFile(full, text);
  return full;
};
const system = (env: Record<string, string> = {}): System => ({
  ...localSystem(),
  os: 'linux',
  home: join(folder, 'home'),
  env: { PATH: '', ...env },
});

it("reads the environment, then the user's file, then the Go behind the links on PATH", async () => {
  const goroot = join(folder, 'lib', 'go-1.26');
  await put('lib/go-1.26/bin/go', '#!/bin/sh\n');
  await put('lib/go-1.26/go.env', '# the distribution says\nGOPROXY=https://distribution.test,direct\n');
  await mkdir(join(folder, 'usr-bin'));
  await symlink(join(goroot, 'bin', 'go'), join(folder, 'usr-bin', 'go'));
  const PATH = [join(folder, 'nothing'), join(folder, 'usr-bin')].join(delimiter);

  expect(await goSetting(system(), 'GOPROXY')).toBeNull();
  expect(await goSetting(system({ PATH }), 'GOPROXY')).toBe('https://distribution.test,direct');
  await put('home/.config/go/env', 'GOPROXY=https://user.test\n');
  expect(await goSetting(system({ PATH }), 'GOPROXY')).toBe('https://user.test');
  expect(await goSetting(system({ PATH, GOENV: 'off' }), 'GOPROXY')).toBe('https://distribution.test,direct');
  const elsewhere = await put('elsewhere', 'GOPROXY=https://elsewhere.test\n');
  expect(await goSetting(system({ PATH, GOENV: elsewhere }), 'GOPROXY')).toBe('https://elsewhere.test');
  expect(await goSetting(system({ PATH, GOPROXY: 'https://now.test' }), 'GOPROXY')).toBe('https://now.test');
  expect(await goSetting(system({ PATH, GOPROXY: '' }), 'GOPROXY')).toBe('https://user.test');
});

it('reads a toolchain that Burrow installed when PATH has none', async () => {
  const toolchain = 'home/.burrow/toolchains/go1.26.1.linux-amd64';
  await put(`${toolchain}/bin/go`, '');
  await put(`${toolchain}/go.env`, 'GOSUMDB=sum.test\n');
  expect(await goSetting(system(), 'GOSUMDB')).toBeNull();
  await put(`${toolchain}.json`, '{}');
  expect(await goSetting(system(), 'GOSUMDB')).toBe('sum.test');
});

it('ignores files that cannot be read, as Go does', async () => {
  const userFile = join(folder, 'home/.config/go/env');
  await mkdir(userFile, { recursive: true });
  expect(await goSetting(system(), 'GOPROXY')).toBeNull();
});
