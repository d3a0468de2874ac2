import { dirname } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { availableResult } from '#contract/toolchains';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { fakeGo } from '#testing/fake-toolchains';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';

const { os, arch } = localSystem();
const chinese = ['--lang', 'zh-CN'];

let server: ReleaseServer;
let burrow: CommandLine;

beforeAll(async () => {
  server = await startReleaseServer();
  server.offerFake(fakeGo('go1.97.0', { os, arch }));
  for (const version of ['go1.97.2', 'go1.98.1']) {
    server.offerFake(fakeGo(version, { os, arch }), ['dl']);
  }
  const { dl, proxy, sumdb } = server;
  burrow = await CommandLine.make({
    BURROW_GO_DL: dl,
    GOPROXY: proxy.replace('http://', 'http://me:secret@'),
    GOSUMDB: sumdb,
  });
});
afterAll(async () => {
  await burrow[Symbol.asyncDispose]();
  await server.close();
});
beforeEach(() => server.heal());

/** The download site is out of reach, as go.dev is in some networks. */
function withoutSite(): void {
  server.fail({ path: /^\/dl\//, kind: { status: 503 } });
}

/** stdout, with each date as `DATE`, which differs from run to run. */
async function said(...args: string[]): Promise<string> {
  const { stdout } = await burrow.run(args);
  return stdout
    .replaceAll(/\d+ [A-Z][a-z]+(?: \d{4})?, \d\d:\d\d|\d+月\d+日 \d\d:\d\d/g, 'DATE')
    .replaceAll(server.proxy.replace('http://', ''), 'PROXY');
}

/** The row of a version in the table of `available`. */
function row(table: string, version: string): string | undefined {
  return table.split('\n').find((line) => line.startsWith(`${version} `));
}

describe('where the list of releases is from, and of when', () => {
  it('is the index that came with Burrow where nothing answers', async () => {
    server.fail({ path: /./, kind: { status: 503 } });
    expect(await said('available')).toMatch(
      /\nThe official index could not be reached\. From the official index that came with Burrow, of \d+ [A-Z][a-z]+ \d{4}\.$/,
    );
    expect(await said('available', ...chinese)).toMatch(
      /\n无法连接官方索引，使用 Burrow 自带的官方索引（\d{4}年\d+月\d+日）。$/,
    );
  });

  it('is the official index while that answers, and no proxy', async () => {
    await burrow.run(['install', '1.97']);
    expect(await said('available')).toMatch(/\nFrom the official index, DATE\.$/);
    expect(await said('available', ...chinese)).toMatch(/\n来自官方索引，查询于 DATE。$/);
    expect(await said('list')).not.toContain('is available');
  });

  it('is the kept index and what the module proxy lists now', async () => {
    withoutSite();
    const table = await said('available');
    expect(table).toMatch(
      /\nThe official index could not be reached\. From the copy that Burrow kept on DATE\.\nThe others are from the module proxy http:\/\/\S*PROXY, asked just now\.$/,
    );
    expect(table).not.toContain('secret');
    expect(row(table, 'go1.98.1')).toMatch(/supported +\S+ +from the module proxy$/);
    expect(row(table, 'go1.97.2')).toMatch(/from the module proxy$/);
    expect(await said('available', ...chinese)).toMatch(
      /\n无法连接官方索引，使用 DATE 保存的副本。\n其余版本来自模块代理 http:\/\/\S*PROXY（刚刚查询）。$/,
    );
    const { document } = await burrow.json(['available']);
    expect(availableResult.parse(document)).toMatchObject({
      origin: 'cached',
      proxy: { origin: 'live', url: expect.not.stringContaining('secret') },
      releases: [{ version: 'go1.98.1', listedBy: 'proxy', files: [] }, { version: 'go1.97.2' }],
    });
  });

  it('is what both said earlier where neither answers now', async () => {
    server.fail({ path: /./, kind: { status: 503 } });
    expect(await said('available')).toMatch(
      /From the copy that Burrow kept on DATE\.\nThe others are from the module proxy \S+, as of DATE\.$/,
    );
  });

  it('is said under the news of `list`, which asks nobody', async () => {
    const asked = server.requests.length;
    expect(await said('list')).toMatch(
      /\ngo1\.98\.1 is available: burrow install 1\.98\.1\ngo1\.97\.2 is available: burrow install 1\.97\.2\nAs listed by the official index of DATE, and the module proxy http:\S*PROXY, as of DATE\. To look again: burrow available$/,
    );
    expect(await said('list', ...chinese)).toMatch(
      /\n依据官方索引（DATE）和模块代理 http:\S*PROXY（DATE）。重新查询：burrow available$/,
    );
    expect(server.requests.length).toBe(asked);
  });
});

describe('the release that a hint to install stands for', () => {
  it.each([
    ['current', 'a pin', '.go-version', '1.98\n', ['Run `burrow install 1.98` (go1.98.1 or newer).']],
    ['exec -- true', 'a pin', '.go-version', '1.98\n', ['Run `burrow install 1.98` (go1.98.1 or newer).']],
    ['current', 'an exact pin', '.go-version', '1.98.0\n', ['Run `burrow install 1.98.0`.']],
    ['current', 'a go.mod', 'go.mod', 'module m\n\ngo 1.98\n', ['`burrow install 1.98` (go1.98.1 or newer)']],
  ])('%s, with %s', async (command, _, file, content, wanted) => {
    const path = await burrow.write(`${command}-${file}/${file}`.replaceAll(' ', '-'), content);
    const { stdout, stderr } = await burrow.run(command.split(' '), {
      cwd: dirname(path),
      // The default of a real Go; these have none.
      env: { GOTOOLCHAIN: 'auto' },
    });
    for (const words of wanted) expect(`${stdout}\n${stderr}`).toContain(words);
  });

  it('use, and exec --go, in both languages', async () => {
    const used = async (...more: string[]) => (await burrow.run(['use', '1.98', ...more])).stderr;
    expect(await used()).toBe('Go 1.98 is not installed yet. Run `burrow install 1.98` (go1.98.1 or newer).');
    expect(await used(...chinese)).toBe(
      '尚未安装 Go 1.98。运行 `burrow install 1.98`（go1.98.1 或更新版本）。',
    );
    const { stderr } = await burrow.run(['exec', '--go', '1.98', '--', 'true']);
    expect(stderr).toBe('Go 1.98 is not installed.\nRun `burrow install 1.98` (go1.98.1 or newer).');
  });

  it('is what is then installed', async () => {
    withoutSite();
    expect(await burrow.json(['install', '1.98'])).toMatchObject({
      document: { toolchain: { version: 'go1.98.1', source: { kind: 'proxy' } } },
    });
  });
});
