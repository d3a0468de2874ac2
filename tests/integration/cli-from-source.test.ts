import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installResult } from '#contract/toolchains';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { fakeSource } from '#testing/fake-sources';
import { fakeArchive, fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';

const { os, arch } = localSystem();

let server: ReleaseServer;
let burrow: CommandLine;

beforeAll(async () => {
  server = await startReleaseServer();
  for (const version of ['go1.26.1', 'go1.26.2']) {
    const archive = fakeArchive(fakeGo(version, { os, arch }));
    server.offerArchive(fakeGo(version, { os, arch }), archive);
    server.offerSource(version, fakeSource(fakeGo(version, { os, arch }), { built: archive }));
  }
  server.offerSource(
    'go1.26.3',
    fakeSource(fakeGo('go1.26.3', { os, arch }), { make: 'echo Killed; exit 3' }),
  );
  burrow = await CommandLine.make({ BURROW_GO_DL: server.dl, PATH: process.env['PATH'] ?? '' });
  await writeGoroot(join(burrow.root, 'go1.24.9'), fakeGo('go1.24.9', { os, arch }));
  await burrow.run(['adopt', join(burrow.root, 'go1.24.9')]);
});
afterAll(async () => {
  await burrow[Symbol.asyncDispose]();
  await server.close();
});

it('tells each step of a build once, and what came out of it', async () => {
  const { exitCode, stdout, stderr } = await burrow.run(['install', '1.26.1', '--from', 'source']);
  expect(exitCode).toBe(0);
  const steps = [...stderr.matchAll(/^go1\.26\.1 {2}building .* step (\d) of 7/gm)].map(([, step]) => step);
  expect(steps).toEqual(['1', '2', '3', '4', '5', '6', '7'].filter((step) => steps.includes(step)));
  expect(steps).toContain('7');
  expect(stdout).toMatch(
    /^go1\.26\.1 is installed: .*\nBuilt with go1\.24\.9 in .*build-go1\.26\.1\..*\.log\nIt is identical to/,
  );
  expect((await burrow.run(['list'])).stdout).toMatch(/go1\.26\.1 .*built from source, SHA-256 verified/);
  expect((await burrow.run(['list', '--lang', 'zh-CN'])).stdout).toMatch(/go1\.26\.1 .*从源码构建/);
});

it('answers with one document', async () => {
  const { exitCode, document } = await burrow.json(['install', '1.26.2', '--from', 'source']);
  expect(exitCode).toBe(0);
  expect(installResult.parse(document).toolchain).toMatchObject({
    version: 'go1.26.2',
    source: { kind: 'source' },
    built: { bootstrap: 'go1.24.9', identical: true },
  });
});

it('says how a build failed, and where its log is', async () => {
  const { exitCode, stderr } = await burrow.run(['install', '1.26.3', '--from', 'source', '--lang', 'zh-CN']);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(
    /无法从源码构建 go1\.26\.3：make\.bash 以退出码 3 结束。\n[^]*Killed\n完整输出见 .*\.log/,
  );
});
