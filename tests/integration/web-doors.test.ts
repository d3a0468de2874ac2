import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '#testing/command-line';
import { allProcesses } from '#testing/processes';
import { RunningHost } from '#testing/running-host';
import { request, signIn } from '#testing/web-client';

let burrow: CommandLine;
let host: RunningHost;

beforeEach(async () => {
  burrow = await CommandLine.make();
});
afterEach(async () => {
  await host[Symbol.asyncDispose]();
  await burrow[Symbol.asyncDispose]();
});

/** Serves with a screen, where the program that opens a browser writes down its arguments and goes on running. */
async function serveAndOpen(): Promise<{ url: string; token: string; file: string }> {
  const opened = join(burrow.root, 'opened');
  await burrow.write(
    'bin/xdg-open',
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${opened}.tmp'\n/bin/mv '${opened}.tmp' '${opened}'\nexec /bin/sleep 600\n`,
    0o755,
  );
  // Of an earlier host.
  await rm(opened, { force: true });
  host = new RunningHost(burrow, [], { DISPLAY: ':9' });
  const url = await host.address();
  await expect.poll(() => existsSync(opened)).toBe(true);
  const [argument = '', ...others] = (await readFile(opened, 'utf8')).trim().split('\n');
  expect(others).toEqual([]);
  return { url, token: new URL(url).searchParams.get('token') ?? '', file: fileURLToPath(argument) };
}

describe('opening the browser', () => {
  test('the token is in no list of arguments, and in one file, for the user alone', async () => {
    const { url, token, file } = await serveAndOpen();
    expect(token).toMatch(/^[\w-]{43}$/);
    const known = (await allProcesses()).filter(({ args }) => args.some((arg) => arg.includes(token)));
    expect(known).toEqual([]);

    expect(dirname(file)).toBe(join(burrow.home, 'open'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect((await stat(burrow.home)).mode & 0o777).toBe(0o700);
    const page = await readFile(file, 'utf8');
    expect(page).toContain(`location.replace("${url}")`);
    expect(page).toContain('<meta name="referrer" content="no-referrer">');
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('Burrow');
    expect(host.said).toContain('open the address above');
    expect(host.said).not.toContain(token);
  });

  test('the file is removed once the token is used', async () => {
    const { url, file } = await serveAndOpen();
    await signIn(url);
    await expect.poll(() => existsSync(file)).toBe(false);
  });

  test('the file is removed when the host ends', async () => {
    const { file } = await serveAndOpen();
    await host.end('SIGTERM');
    expect(existsSync(file)).toBe(false);
  });

  test('a file that a killed host left is removed a day later', async () => {
    const { file } = await serveAndOpen();
    await host[Symbol.asyncDispose]();
    expect(existsSync(file)).toBe(true);
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await execa('touch', ['-d', old.toISOString(), file]);
    const { file: newer } = await serveAndOpen();
    expect(await readdir(join(burrow.home, 'open'))).toEqual([newer.split('/').at(-1)]);
  });

  test('no program of the working folder is taken for the one that opens a browser', async () => {
    const planted = join(burrow.root, 'planted');
    await burrow.write('xdg-open', `#!/bin/sh\n: > '${planted}'\n`, 0o755);
    host = new RunningHost(burrow, [], { DISPLAY: ':9', PATH: `.::${burrow.root}/bin` });
    await request(Number(new URL(await host.address()).port), '/');
    await host.end('SIGTERM');
    expect(existsSync(planted)).toBe(false);
  });
});

describe('the terminal', () => {
  test('says once when the token is used a second time', async () => {
    host = new RunningHost(burrow, ['--no-open']);
    const url = await host.address();
    const { port, pathname, search } = new URL(url);
    await signIn(url);
    expect(host.said).not.toContain('refused');
    for (let again = 0; again < 3; again++) {
      const answer = await request(Number(port), pathname + search);
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('someone else may have');
    }
    await expect.poll(() => host.said.split('Someone opened the address').length).toBe(2);
  });

  test('another user of the machine is refused with the token, and the terminal says so', async (context) => {
    if (process.getuid?.() !== 0 || process.platform !== 'linux') {
      context.skip('only root can act as another user');
    }
    host = new RunningHost(burrow, ['--no-open']);
    const url = await host.address();
    const { port, pathname, search } = new URL(url);
    const first = `GET ${pathname}${search} HTTP/1.1`;
    // The shell opens the connection by itself, so that nothing else must be readable for that user.
    const script = `exec 3<>/dev/tcp/127.0.0.1/${port}; printf '%s\\r\\nHost: 127.0.0.1:${port}\\r\\nConnection: close\\r\\n\\r\\n' '${first}' >&3; cat <&3`;
    const { stdout } = await execa('bash', ['-c', script], { uid: 65_534, cwd: '/' });
    expect(stdout).toMatch(/^HTTP\/1\.1 403 /);
    expect(stdout).toContain('This Burrow belongs to someone else');
    expect(stdout).not.toContain('set-cookie');
    await expect.poll(() => host.said).toContain('Another user of this machine (user ID 65534)');
    // The token is still the user's.
    await signIn(url);
  });
});
