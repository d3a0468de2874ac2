import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandLine } from '#testing/command-line';

let burrow: CommandLine;
beforeAll(async () => {
  burrow = await CommandLine.make({ BURROW_GO_DL: 'http://127.0.0.1:9/dl', GOPROXY: 'off' });
});
afterAll(() => burrow[Symbol.asyncDispose]());

const failed = (code: string) => ({ error: { code, message: expect.any(String), hint: expect.any(String) } });

describe('where the answer goes', () => {
  // 600 kB is much more than a pipe holds.
  it.each([['available --all --json'], ['available --all'], ['help']])(
    '%s outlives a reader that leaves early',
    async (words) => {
      const said = await burrow.sh(`{ burrow ${words}; echo "ended with $?" >&2; } | true`);
      expect(said).toEqual({ exitCode: 0, stdout: '', stderr: 'ended with 0' });
    },
  );

  it('warnings of Node are not part of it', async () => {
    const env = { HTTP_PROXY: 'socks5://127.0.0.1:9', BURROW_GO_DL: 'http://192.0.2.1/dl' };
    expect((await burrow.run(['available'], { env })).stderr).toBe('');
  });

  it('a failure outlives a reader of stderr that leaves early', async () => {
    const line = '{ burrow install foo 2>&1; echo "ended with $?" >&3; } 3>&2 | true';
    expect(await burrow.sh(line)).toEqual({ exitCode: 0, stdout: '', stderr: 'ended with 2' });
  });

  it('an answer that cannot be written fails the command', async (ctx) => {
    if (!existsSync('/dev/full')) ctx.skip('there is no /dev/full here');
    const said = await burrow.sh('burrow available --all > /dev/full');
    expect(said).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('ENOSPC') });
  });

  it('colours are for terminals, and for nobody who says NO_COLOR', async () => {
    const plain = await burrow.run(['available']);
    expect(plain.stdout).not.toContain('\u001b');
    const forced = await burrow.run(['available'], { env: { FORCE_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001b[');
    const refused = await burrow.run(['available'], { env: { NO_COLOR: '1' } });
    expect(refused.stdout).toBe(plain.stdout);
    const log = await burrow.run(['install', 'foo'], { env: { FORCE_COLOR: '1' } });
    expect(log.stderr).not.toContain('\u001b');
  });
});

describe('a home that cannot be used', () => {
  it.each([
    ['a relative path', () => 'relative'],
    ['a path below a file', () => join(burrow.root, 'a-file/home')],
    ['a path with a colon', () => join(burrow.root, 'a:b')],
    ['a place where no folder can be', () => (existsSync('/proc/self') ? '/proc/nowhere' : '/dev/null/x')],
  ])('as %s is said to be that', async (_, home) => {
    await burrow.write('a-file', '');
    const how = { env: { BURROW_HOME: home() } };
    for (const args of [['list'], ['install', '1.26.7'], ['use', '1.26', '--global'], ['history']]) {
      const answer = await burrow.json(args, how);
      expect({ args, ...answer }).toEqual({ args, exitCode: 1, document: failed('home.unusable') });
    }
    expect((await burrow.run(['list'], how)).stderr).toMatch(
      /^Burrow's home .* cannot be used: .*\.\n.*BURROW_HOME/,
    );
    expect((await burrow.run(['list', '--lang', 'zh-CN'], how)).stderr).toMatch(/^无法使用 Burrow 主目录/);
    expect(await readdir(burrow.root)).not.toContain('relative');
  });

  it('as somebody else’s is said to be that, and still tells what is on offer', async (ctx) => {
    if (process.getuid?.() === 0) ctx.skip('root may write everywhere');
    const home = join(burrow.root, 'locked');
    await mkdir(home, { mode: 0o500 });
    const how = { env: { BURROW_HOME: home } };
    expect(await burrow.json(['list'], how)).toEqual({ exitCode: 1, document: failed('home.unusable') });
    expect(await burrow.json(['available'], how)).toMatchObject({ exitCode: 0 });
    await chmod(home, 0o700);
  });
});
