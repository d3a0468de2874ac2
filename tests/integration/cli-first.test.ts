import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';

const { os, arch } = localSystem();
let server: ReleaseServer;
let burrow: CommandLine;
const shims = () => join(burrow.home, 'shims');
/** What the default file says; null: there is none. */
const theDefault = () => readFile(join(burrow.home, 'default'), 'utf8').catch(() => null);

beforeAll(async () => {
  server = await startReleaseServer();
  server.offerFake(fakeGo('go1.26.7', { os, arch }));
  server.offerFake(fakeGo('go1.25.3', { os, arch }));
  server.offerFake(fakeGo('go1.26.7', { os: 'plan9', arch: 'amd64' }));
});
afterAll(() => server.close());
beforeEach(async () => {
  const { dl, proxy, sumdb } = server;
  burrow = await CommandLine.make({ BURROW_GO_DL: dl, GOPROXY: proxy, GOSUMDB: sumdb });
});
afterEach(() => burrow[Symbol.asyncDispose]());

describe('the first toolchain', () => {
  it('becomes the default when it is installed, and runs in a new terminal', async () => {
    const { stdout } = await burrow.run(['install', '1.26.7']);
    expect(stdout).toContain('It is the default');
    expect(stdout).toContain(`\n  export PATH="${shims()}:$PATH"`);
    expect(await theDefault()).toBe('go1.26.7\n');
    // In that terminal: any folder, and Burrow by its name.
    const PATH = `${shims()}:${burrow.env['PATH'] ?? ''}:/usr/bin:/bin`;
    const terminal = (line: string) =>
      spawnSync('/bin/sh', ['-c', line], { cwd: '/', env: { ...burrow.env, PATH }, encoding: 'utf8' });
    expect(terminal('burrow current --json').stdout).toContain('"version": "go1.26.7"');
    const program = join(burrow.home, `toolchains/go1.26.7.${os}-${arch}/bin/go`);
    await writeFile(program, '#!/bin/sh\necho "$0 $*"\n');
    expect(terminal('go version').stdout).toBe(`${program} version\n`);
  });

  it('is the default alone: the second is not', async () => {
    await burrow.run(['install', '1.26.7']);
    expect((await burrow.run(['install', '1.25.3'])).stdout).not.toContain('default');
    expect(await theDefault()).toBe('go1.26.7\n');
  });

  it('leaves a default alone, and one that was taken away', async () => {
    await mkdir(burrow.home, { mode: 0o700 });
    await writeFile(join(burrow.home, 'default'), 'system\n');
    await burrow.run(['install', '1.26.7']);
    expect(await theDefault()).toBe('system\n');
    await burrow.run(['use', '--unset', '--global']);
    await burrow.run(['install', '1.26.7']);
    await burrow.run(['install', '1.25.3']);
    expect(await theDefault()).toBeNull();
  });

  it('is one that runs on this machine', async () => {
    await burrow.run(['install', '1.26.7', '--os', 'plan9', '--arch', 'amd64']);
    expect(await theDefault()).toBeNull();
    await burrow.run(['install', '1.25.3']);
    expect(await theDefault()).toBe('go1.25.3\n');
  });

  it('may be adopted', async () => {
    const goroot = join(burrow.root, 'opt/go');
    await writeGoroot(goroot, fakeGo('go1.26.1', { os, arch }));
    expect((await burrow.run(['adopt', goroot])).stdout).toContain('It is the default');
    expect(await theDefault()).toBe('go1.26.1\n');
  });
});

describe('what an install says of PATH', () => {
  it('is nothing where go is the shim', async () => {
    await burrow.run(['install', '1.26.7']);
    expect(await advice(shims())).not.toContain('PATH');
    expect(await advice(`/nothing/here:${shims()}`)).not.toContain('PATH');
  });

  it('is which go comes before the shims', async () => {
    await burrow.run(['install', '1.26.7']);
    const other = await burrow.write('opt/bin/go', '#!/bin/sh\n', 0o755);
    expect(await advice(`${join(burrow.root, 'opt/bin')}:${shims()}`)).toContain(
      `In this PATH, ${other} comes before Burrow's shims`,
    );
  });

  it('is a line for fish, where that is the shell', async () => {
    expect(await advice('/nothing/here', { SHELL: '/usr/bin/fish' })).toContain(
      `\n  fish_add_path --move --path "${shims()}"`,
    );
  });
});

it('says where Burrow was, once it is gone', async () => {
  await burrow.run(['install', '1.26.7']);
  const file = join(shims(), 'burrow');
  const text = await readFile(file, 'utf8');
  const [, program = ''] = /^_burrow_program='(.*)'$/m.exec(text) ?? [];
  await writeFile(file, text.replace(program, '/moved/bin/burrow'));
  const say = (LANG: string) => spawnSync(file, ['list'], { env: { LANG }, encoding: 'utf8' });
  expect(say('C')).toMatchObject({
    status: 127,
    stderr: expect.stringContaining('no longer at /moved/bin/burrow'),
  });
  expect(say('zh_CN.UTF-8').stderr).toContain('Burrow 已不在 /moved/bin/burrow');
  // Whatever of this Burrow writes shims puts it right.
  await burrow.run(['use', '1.26.7', '--global']);
  expect(await readFile(file, 'utf8')).toBe(text);
  await rm(file);
  await burrow.run(['use', '1.26.7', '--global']);
  expect(await readFile(file, 'utf8')).toBe(text);
});

/** What an install prints where PATH begins with these folders. */
async function advice(folders: string, more: Record<string, string> = {}): Promise<string> {
  const PATH = `${folders}:${burrow.env['PATH'] ?? ''}`;
  return (await burrow.run(['install', '1.26.7'], { env: { PATH, ...more } })).stdout;
}
