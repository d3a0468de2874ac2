import { afterAll, beforeAll, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { fakeGo } from '#testing/fake-toolchains';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';

// Toolchains that are not verified because GOSUMDB is off: the user is told, with and without colors.
const { os, arch } = localSystem();
let server: ReleaseServer;
let burrow: CommandLine;
beforeAll(async () => {
  server = await startReleaseServer();
  for (const version of ['go1.26.6', 'go1.26.7']) server.offerFake(fakeGo(version, { os, arch }));
  const nowhere = `${server.url}/nothing`;
  burrow = await CommandLine.make({ BURROW_GO_DL: nowhere, GOPROXY: server.proxy, GOSUMDB: 'off' });
});
afterAll(async () => {
  await burrow[Symbol.asyncDispose]();
  await server.close();
});

it('warns of it at its install, each time, in both languages, and in the list', async () => {
  const first = await burrow.run(['install', '1.26.7']);
  expect(first.exitCode).toBe(0);
  expect(first.stderr).toContain('Warning: go1.26.7 is not verified: GOSUMDB is off');
  const again = await burrow.run(['install', '1.26.7', '--lang', 'zh-CN']);
  expect(again.stderr).toContain('警告：go1.26.7 未经验证');
  const { document } = await burrow.json(['install', '1.26.7']);
  expect(document).toMatchObject({ already: true, warnings: [{ code: 'checksum-database.off' }] });
  expect((await burrow.run(['list'])).stdout).toContain('not verified');
});

it('warns of it when it is installed on the way', async () => {
  await burrow.run(['settings', 'installMissing=on']);
  await burrow.write('pinned/.go-version', '1.26.6\n');
  const said = await burrow.run(['exec', '--dir', 'pinned', '--', 'node', '-p', '"ran"']);
  expect(said).toMatchObject({ exitCode: 0, stdout: 'ran' });
  expect(said.stderr).toContain('Warning: go1.26.6 is not verified: GOSUMDB is off');
});
