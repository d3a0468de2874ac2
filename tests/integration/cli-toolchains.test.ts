import { setTimeout as pause } from 'node:timers/promises';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { availableResult, installResult, type Toolchain, toolchain } from '#contract/toolchains';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { fakeGo } from '#testing/fake-toolchains';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';

const { os, arch } = localSystem();
const listResult = z.object({ toolchains: z.array(toolchain) });
const removeResult = z.object({ removed: toolchain });
const failed = (code: string) => ({ error: { code, message: expect.any(String), hint: expect.any(String) } });

let server: ReleaseServer;
let burrow: CommandLine;

beforeAll(async () => {
  server = await startReleaseServer();
  for (const version of ['go1.20.5', 'go1.25.3', 'go1.26.6', 'go1.26.7', 'go1.27rc1']) {
    server.offerFake(fakeGo(version, { os, arch }));
  }
  const { dl, proxy, sumdb } = server;
  burrow = await CommandLine.make({ BURROW_GO_DL: dl, GOPROXY: proxy, GOSUMDB: sumdb });
});
afterAll(async () => {
  await burrow[Symbol.asyncDispose]();
  await server.close();
});
beforeEach(() => server.heal());

async function installed(): Promise<Toolchain[]> {
  const { document } = await burrow.json(['list']);
  return listResult.parse(document).toolchains;
}

/** Starts an install whose download stalls, and waits for that. */
async function stalled(...more: string[]) {
  server.fail({ path: /\.tar\.gz|\.zip/, kind: 'stall' });
  const running = burrow.start(['install', '1.26.7', ...more]);
  await new Promise<void>((reached) => {
    let seen = '';
    running.stderr.on('data', (text: Buffer) => {
      seen += text.toString();
      if (seen.includes('downloading')) reached();
    });
  });
  await pause(100);
  // In an object, because awaiting the process itself would wait for its end.
  return { running };
}

describe('before anything is installed', () => {
  it('list says how to begin', async () => {
    expect((await burrow.run(['list'])).stdout).toContain('burrow install latest');
    expect((await burrow.run(['list', '--lang', 'zh-CN'])).stdout).toContain('尚未安装任何 Go');
    expect(await burrow.json(['list'])).toEqual({
      exitCode: 0,
      document: {
        toolchains: [],
        newest: null,
        updates: [],
        known: { origin: 'bundled', asOf: expect.any(String), proxy: null },
      },
    });
  });

  it('available shows the newest of each minor version, with --all every one', async () => {
    const { exitCode, document } = await burrow.json(['available']);
    expect(exitCode).toBe(0);
    const result = availableResult.parse(document);
    expect(document).toEqual(result);
    const versions = result.releases.map(({ version }) => version);
    expect(versions).toContain('go1.26.7');
    expect(versions).not.toContain('go1.26.6');
    expect((await burrow.run(['available', '--all'])).stdout).toMatch(/^go1\.26\.6 /m);
  });

  it.each([
    ['install 1.99', 1, 'version.unknown'],
    ['install 1.26.99', 1, 'version.unknown'],
    ['install foo', 2, 'version.unreadable'],
    ['install 1.26.7 --os plan8', 1, 'version.no-build'],
    ['install 1.26.7 --from nonsense', 1, 'source.unknown'],
    ['install 1.26.7 --from missing.tar.gz', 1, 'file.not-found'],
    ['install 1.26.7 --from .', 1, 'file.not-found'],
    ['install 1.26.7 --from http://127.0.0.1:9/', 1, 'download.unreachable'],
    ['install 1.26.7 --from ftp://127.0.0.1/', 1, 'source.bad-address'],
    ['remove 1.26.7', 127, 'toolchain.not-installed'],
    ['remove foo', 2, 'version.unreadable'],
    ['exec --go 1.26.7 -- true', 127, 'toolchain.not-installed'],
  ])('%s fails with %d, %s', async (words, code, failure) => {
    expect(await burrow.json(words.split(' '))).toEqual({ exitCode: code, document: failed(failure) });
    expect(await burrow.names('staging')).toEqual([]);
  });

  it('says in words what it says in JSON: what there is near', async () => {
    const said = await burrow.run(['install', '1.26.99']);
    expect(said).toMatchObject({ exitCode: 1, stdout: '' });
    expect(said.stderr).toMatch(/There is no Go 1\.26\.99\.\nDid you mean go1\.26\.7/);
    const chinese = await burrow.run(['install', '1.26.99', '--lang', 'zh-CN']);
    expect(chinese.stderr).toMatch(/没有 Go 1\.26\.99 这个版本。\n您是否想要 go1\.26\.7/);
  });

  it('refuses a file that is no archive, given from where the user stands', async () => {
    await burrow.write('downloads/go1.26.7.tar.gz', 'not an archive');
    const args = ['install', '1.26.7', '--from', './go1.26.7.tar.gz'];
    const said = await burrow.run(args, { cwd: join(burrow.root, 'downloads') });
    expect(said).toMatchObject({ exitCode: 1, stdout: '' });
    expect(said.stderr).toContain(join(burrow.root, 'downloads/go1.26.7.tar.gz'));
    expect(await burrow.names('toolchains')).toEqual([]);
  });
});

describe('an install that is cut off', () => {
  it.each([['SIGINT'], ['SIGTERM'], ['SIGHUP']] as const)(
    'by %s ends with 130 and leaves nothing',
    async (signal) => {
      const { running } = await stalled();
      running.kill(signal);
      const { exitCode, signal: endedBy, stdout, stderr } = await running;
      // On a busy machine, tidying up may take longer than a signal may: then the process ends as by Ctrl-C.
      const code = endedBy === 'SIGINT' ? 130 : exitCode;
      expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
      expect(stderr).toContain('Cancelled.\n');
      if (endedBy === 'SIGINT') return;
      for (const folder of ['toolchains', 'staging', 'locks'] as const) {
        expect(await burrow.names(folder)).toEqual([]);
      }
    },
  );

  it('says so in one document', async () => {
    const { running } = await stalled('--json');
    running.kill('SIGINT');
    const { exitCode, stdout } = await running;
    expect(exitCode).toBe(130);
    expect(JSON.parse(stdout)).toEqual(failed('cancelled'));
  });

  it('by kill -9 counts as nothing, and the next run installs', async () => {
    const { running } = await stalled();
    running.kill('SIGKILL');
    expect((await running).signal).toBe('SIGKILL');
    expect(await installed()).toEqual([]);
    server.heal();
    const said = await burrow.run(['install', '1.26.7']);
    expect(said).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('go1.26.7 is installed') });
    expect((await installed()).map(({ version }) => version)).toEqual(['go1.26.7']);
    expect(await burrow.names('staging')).toEqual([]);
    expect(await burrow.names('locks')).toEqual([]);
  });
});

describe('with toolchains', () => {
  beforeAll(async () => {
    await burrow.run(['install', 'go1.26.7']);
    await burrow.run(['install', '1.20.5']);
  });

  it('installs the newest patch of a minor version, and says progress on stderr', async () => {
    const { exitCode, stdout, stderr } = await burrow.run(['install', '1.25', '--json']);
    expect(exitCode).toBe(0);
    const result = installResult.parse(JSON.parse(stdout));
    expect(JSON.parse(stdout)).toEqual(result);
    expect(result).toMatchObject({
      already: false,
      warnings: [],
      toolchain: { version: 'go1.25.3', verified: true },
    });
    expect(stderr).toMatch(/looking it up\n(.*\n)*go1\.25\.3 {2}downloading/);
    const again = await burrow.run(['install', '1.25.3', '--lang', 'zh-CN']);
    expect(again.stdout).toContain('go1.25.3 早已安装');
  });

  it('lists them, and which is the default', async () => {
    await burrow.run(['use', '1.26.7', '--global']);
    const all = await installed();
    expect(all.map(({ version }) => version)).toEqual(['go1.26.7', 'go1.25.3', 'go1.20.5']);
    expect(all.filter((each) => each.default).map(({ version }) => version)).toEqual(['go1.26.7']);
    const words = (await burrow.run(['list'])).stdout;
    expect(words).toMatch(/^go1\.26\.7 default .* official, SHA-256 verified /m);
    expect((await burrow.run(['list', '--lang', 'zh-CN'])).stdout).toMatch(
      /^go1\.26\.7 默认 .* 官方，已校验 SHA-256 /m,
    );
  });

  it('removes exactly what is named', async () => {
    const none = await burrow.run(['remove', '1.2']);
    expect(none).toMatchObject({ exitCode: 127, stdout: '' });
    expect(none.stderr).toBe('Go 1.2 is not installed.\nInstalled: go1.26.7, go1.25.3, go1.20.5.');
    const { exitCode, document } = await burrow.json(['remove', 'go1.25.3']);
    expect(exitCode).toBe(0);
    expect(removeResult.parse(document)).toMatchObject({ removed: { version: 'go1.25.3' } });
    expect((await installed()).map(({ version }) => version)).toEqual(['go1.26.7', 'go1.20.5']);
  });

  it.each([
    [
      'v1.26.7',
      [],
      /Remove go1\.26\.7, your default\? Add --yes to answer yes\.\nSee `burrow remove --help`\./,
    ],
    ['1.26.7', ['--lang', 'zh-CN'], /要移除 go1\.26\.7（您的默认版本）吗？ 如需回答“是”，请加上 --yes。/],
  ])('asks before it removes %s, and fails without a terminal', async (version, more, question) => {
    const said = await burrow.run(['remove', version, ...more]);
    expect(said).toMatchObject({ exitCode: 2, stdout: '' });
    expect(said.stderr).toMatch(question);
    expect(await burrow.json(['remove', version])).toEqual({
      exitCode: 2,
      document: failed('usage.invalid'),
    });
    expect((await installed())[0]).toMatchObject({ version: 'go1.26.7', default: true });
  });

  it('asks however the version is written', async () => {
    server.offerFake(fakeGo('go1.19', { os, arch }));
    await burrow.run(['install', '1.19']);
    await burrow.run(['use', 'go1.19', '--global']);
    for (const written of ['1.19', '1.19.0', 'v1.19']) {
      expect(await burrow.json(['remove', written])).toEqual({
        exitCode: 2,
        document: failed('usage.invalid'),
      });
    }
    expect(await burrow.json(['remove', '1.19.0', '--yes'])).toMatchObject({
      exitCode: 0,
      document: { removed: { version: 'go1.19' } },
    });
    await burrow.run(['use', '1.26.7', '--global']);
  });

  it('takes it away when told --yes', async () => {
    expect(await burrow.run(['remove', '1.26.7', '--yes'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Removed go1\.26\.7; freed .*\.$/),
    });
    expect((await installed()).map(({ version }) => version)).toEqual(['go1.20.5']);
  });

  it('tells two of one version apart', async () => {
    const other = os === 'linux' ? 'darwin' : 'linux';
    server.offerFake(fakeGo('go1.20.5', { os: other, arch: 'arm64' }));
    await burrow.run(['install', '1.20.5', '--os', other, '--arch', 'arm64']);
    expect(await burrow.json(['remove', '1.20.5'])).toEqual({
      exitCode: 1,
      document: failed('toolchain.ambiguous'),
    });
    expect(await burrow.json(['remove', '1.20.5', '--os', other])).toMatchObject({
      exitCode: 0,
      document: { removed: { os: other, arch: 'arm64' } },
    });
  });
});

describe('what is broken in the home', () => {
  it('does not count, and is said where it is used', async () => {
    const [left] = await installed();
    const version = await readFile(join(left?.path ?? '', 'VERSION'), 'utf8');
    expect(version).toContain('go1.20.5');
    await writeFile(join(burrow.home, 'default'), 'rubbish\n');
    expect(await burrow.json(['current'])).toMatchObject({
      exitCode: 127,
      document: failed('version-file.unreadable'),
    });
    expect((await burrow.run(['list'])).exitCode).toBe(0);
  });
});
