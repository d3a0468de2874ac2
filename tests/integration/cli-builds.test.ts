import { execa } from 'execa';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inspection } from '#contract/binaries';
import { build } from '#contract/build';
import { comparison } from '#contract/comparison';
import { machine } from '#contract/machine';
import { CommandLine } from '#testing/command-line';
import { whyNoGo } from '#testing/go-programs';

const buildResult = z.object({ build });
const historyResult = z.object({
  builds: z.array(build),
  total: z.number(),
  damaged: z.array(z.string()),
  damagedProjects: z.number(),
  notices: z.array(z.unknown()),
});
const failed = (code: string) => ({ error: { code, message: expect.any(String), hint: expect.any(String) } });

let burrow: CommandLine;
let shop: string;
let reason: string | null;

const inShop = () => ({ cwd: shop });

async function history(...args: string[]): Promise<z.infer<typeof historyResult>> {
  const { exitCode, document } = await burrow.json(['history', ...args], inShop());
  expect(exitCode).toBe(0);
  return historyResult.parse(document);
}

beforeAll(async () => {
  reason = await whyNoGo();
  const names = ['GOROOT', 'GOCACHE', 'GOVERSION', 'GOHOSTOS', 'GOHOSTARCH'];
  const asked = reason ? '{}' : (await execa('go', ['env', '-json', ...names])).stdout;
  const go = JSON.parse(asked) as Record<string, string>;
  burrow = await CommandLine.make({
    DOCKER_HOST: 'unix:///no/such/socket',
    PATH: process.env['PATH'] ?? '',
    // The machine's cache, which has the standard library, but none of the user's settings.
    GOCACHE: go['GOCACHE'] ?? '',
    GOENV: 'off',
    GOPROXY: 'off',
  });
  if (reason) return;
  // The machine's own Go counts as installed.
  const toolchain = join(
    burrow.home,
    'toolchains',
    `${go['GOVERSION']}.${go['GOHOSTOS']}-${go['GOHOSTARCH']}`,
  );
  await mkdir(dirname(toolchain), { recursive: true });
  await symlink(go['GOROOT'] ?? '', toolchain);
  await writeFile(`${toolchain}.json`, '{}');
  shop = join(burrow.root, 'shop');
  await burrow.write('shop/go.mod', 'module example.com/shop\n\ngo 1.20\n');
  await burrow.write('shop/cmd/till/main.go', 'package main\n\nfunc main() { println("open") }\n');
  await burrow.write('shop/cmd/broken/main.go', 'package main\n\nfunc main() { undefinedName() }\n');
});
afterAll(() => burrow[Symbol.asyncDispose]());

describe('builds', () => {
  beforeEach((ctx) => {
    if (reason) ctx.skip(reason);
  });

  it('are recorded; an empty history says how to begin', async () => {
    expect((await burrow.run(['history'])).stdout).toContain('burrow build ./cmd/…');
    expect(await history()).toEqual({
      builds: [],
      total: 0,
      damaged: [],
      damagedProjects: 0,
      notices: [],
    });

    const said = await burrow.run(['build', './cmd/till'], inShop());
    expect(said).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^\.\/cmd\/till .*\nRecorded as b1\.$/),
    });
    expect(said.stderr).toMatch(/^go1\..*: .*go build \.\/cmd\/till\nReading the result …$/);

    const args = ['build', '-ldflags=-s -w', './cmd/till', '--json', '--lang=zh-CN'];
    const { exitCode, stdout } = await burrow.run(args, inShop());
    expect(exitCode).toBe(0);
    const document: unknown = JSON.parse(stdout);
    expect(buildResult.parse(document)).toEqual(document);
    expect(document).toMatchObject({
      build: {
        id: 'b2',
        status: 'succeeded',
        subject: './cmd/till',
        project: shop,
        flags: ['-ldflags=-s -w'],
      },
    });
  });

  it('that fail are recorded, show their log and end with 1', async () => {
    const said = await burrow.run(['build', './cmd/broken'], inShop());
    expect(said).toMatchObject({ exitCode: 1, stdout: '' });
    expect(said.stderr).toContain('undefined: undefinedName');
    expect(said.stderr).toMatch(
      /The build failed with exit code 1\.\nIt is in the history as b3\. The end of its log: `burrow history --log b3`\.$/,
    );

    const { exitCode, document } = await burrow.json(['build', './nothing-here'], inShop());
    expect(exitCode).toBe(1);
    expect(buildResult.parse(document)).toMatchObject({ build: { id: 'b4', status: 'failed', exitCode: 1 } });
    expect(document).toMatchObject(failed('build.failed'));
    const [last] = (await history()).builds;
    expect(last?.logTail).toContain('nothing-here');
    expect((await burrow.run(['history', '--log', 'b3'])).stdout).toContain('undefinedName');
    expect((await burrow.run(['history', '--log', 'b1'])).stdout).toBe(
      'There is no log of b1: logs are kept only for failed builds.',
    );
    expect((await burrow.json(['history', '--log', 'b1'])).document).toEqual({ id: 'b1', logTail: null });
  });

  it('take what stands behind -- as it is', async () => {
    const { document } = await burrow.json(['build', '--', '-trimpath', './cmd/till'], inShop());
    expect(document).toMatchObject({ build: { id: 'b5', flags: ['-trimpath'] } });
  });

  it.each([
    ['build --dir gone ./cmd/till', 1, 'folder.not-found'],
    ['build --go 1.2.3 ./cmd/till', 127, 'toolchain.not-installed'],
    ['build --go foo ./cmd/till', 2, 'version.unreadable'],
    ['record gone', 1, 'file.not-found'],
    ['record go.mod', 1, 'binary.not-executable'],
    ['record .', 1, 'binary.not-executable'],
    ['record /bin/sh', 1, 'binary.not-go'],
    ['inspect gone', 1, 'file.not-found'],
    ['inspect go.mod', 1, 'binary.not-executable'],
    ['compare b1 b99', 1, 'build.unknown'],
    ['compare 1 99', 1, 'build.unknown'],
    ['compare x y', 2, 'build.id-or-file-invalid'],
    ['compare b1 b-2', 2, 'build.id-or-file-invalid'],
    ['compare b1 b1 --markdown --csv', 2, 'usage.invalid'],
    ['history --log b99', 1, 'build.unknown'],
    ['history --log 99', 1, 'build.unknown'],
    ['history --log b0', 1, 'build.unknown'],
    ['history --log 03', 2, 'build.id-invalid'],
    ['history --log x', 2, 'build.id-invalid'],
    ['history --log ', 2, 'build.id-invalid'],
    ['history --log=-3', 2, 'build.id-invalid'],
    ['compare b1 b3', 1, 'compare.nothing-built'],
  ])('%s fails with %d, %s', async (words, code, failure) => {
    expect(await burrow.json(words.split(' '), inShop())).toEqual({
      exitCode: code,
      document: failed(failure),
    });
  });

  it('are compared by their ids, however people write them', async () => {
    const { exitCode, document } = await burrow.json(['compare', 'b1', 'b2']);
    expect(exitCode).toBe(0);
    const { verdict, ...rest } = comparison.parse(document);
    expect(document).toEqual({ ...rest, verdict: { ...verdict, sentence: expect.any(String) } });
    expect(document).toMatchObject({
      a: { id: 'b1' },
      b: { id: 'b2' },
      measure: 'artifactBytes',
      verdict: {
        sentence: expect.stringMatching(/^−\d.*: debug information was left out/),
        causes: expect.arrayContaining([expect.objectContaining({ kind: 'flags' })]),
      },
    });
    for (const ids of [
      ['1', '2'],
      ['B1', '2'],
    ]) {
      expect(await burrow.json(['compare', ...ids])).toEqual({ exitCode: 0, document });
    }
    for (const id of ['b3', 'B3', '3', ' 3']) {
      const log = await burrow.json(['history', '--log', id]);
      expect(log).toMatchObject({ exitCode: 0, document: { id: 'b3' } });
    }
    expect((await burrow.run(['compare', '1', '2'])).stdout).toMatch(/^File size .* −\d/m);
    expect((await burrow.run(['compare', '1', '2', '--lang', 'zh-CN'])).stdout).toMatch(
      /^−\d.*：去掉了调试信息.*\n\n原因\n[^]*^文件大小 .* −\d/m,
    );
  });

  it('are compared with files, which are not recorded', async () => {
    const { total } = await history();
    const before = await burrow.json(['compare', './till', 'b2'], inShop());
    expect(before).toMatchObject({
      exitCode: 0,
      document: { a: { id: join(shop, 'till'), status: 'recorded' }, b: { id: 'b2' } },
    });
    expect((await history()).total).toBe(total);
    expect(await burrow.json(['compare', './gone', 'b2'], inShop())).toEqual({
      exitCode: 1,
      document: failed('file.not-found'),
    });
  });

  it('are compared for a pull request, a spreadsheet and a mail', async () => {
    const markdown = (await burrow.run(['compare', 'b1', 'b2', '--markdown'])).stdout;
    expect(markdown).toMatch(/^\*\*<code>.*: debug information was left out.*\n\n\| Cause \| Change \|/);
    const csv = (await burrow.run(['compare', 'b1', 'b2', '--csv'])).stdout;
    expect(csv).toMatch(/^module,package,bytes_a,bytes_b,change(\r\n|$)/);

    const html = ['compare', 'b1', 'b2', '--html', 'report.html'];
    expect((await burrow.run(html, inShop())).stdout).toMatch(/\nThe report is in .*report\.html\.$/);
    const file = join(shop, 'report.html');
    expect(await readFile(file, 'utf8')).toMatch(/^<!doctype html>[^]*debug information was left out/);
    await writeFile(file, 'mine');
    expect(await burrow.json(html, inShop())).toEqual({ exitCode: 1, document: failed('file.exists') });
    for (const [to, code] of [
      ['.', 'file.unusable'],
      ['none/report.html', 'folder.not-found'],
    ]) {
      const document = failed(code ?? '');
      const elsewhere = await burrow.json(['compare', 'b1', 'b2', '--html', to ?? ''], inShop());
      expect(elsewhere).toEqual({ exitCode: 1, document });
    }
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect((await burrow.run([...html, '--force'], inShop())).exitCode).toBe(0);
    expect(await readFile(file, 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('stand in the history, newest first, as many as asked for', async () => {
    const all = await history();
    expect(all.builds.map(({ id }) => id)).toEqual(['b5', 'b4', 'b3', 'b2', 'b1']);
    const one = await history('--limit', '1');
    expect(one).toMatchObject({ builds: [{ id: 'b5' }], total: 5 });
    expect((await burrow.run(['history', '--limit', '2'])).stdout).toMatch(
      /\nShowing 2 of 5; use --limit to see more, or for the next ones: --after \S+$/,
    );
    expect((await history('--project', '.')).total).toBe(5);
    expect((await history('--project', 'cmd')).total).toBe(0);
  });

  it('are not filed under a folder that is not there', async () => {
    for (const project of ['nope', '/nope', 'go.mod']) {
      const { exitCode, document } = await burrow.json(['record', 'till', '--project', project], inShop());
      expect(exitCode).toBe(1);
      expect(document).toMatchObject({ error: { code: 'folder.not-found' } });
    }
    expect((await history('--project', '.')).total).toBe(5);
  });

  it('made elsewhere are recorded and inspected', async () => {
    const recorded = await burrow.json(['record', 'till', '--project', '.'], inShop());
    expect(recorded.exitCode).toBe(0);
    expect(buildResult.parse(recorded.document)).toMatchObject({
      build: { status: 'recorded', project: shop },
    });
    // Alone it is compared with the build before it in its series, which has made this file.
    expect(await burrow.json(['compare', 'b6'])).toMatchObject({
      exitCode: 0,
      document: {
        a: { id: 'b5' },
        b: { id: 'b6' },
        verdict: { sentence: expect.stringMatching(/^Both are/) },
      },
    });
    expect((await burrow.json(['compare', 'b2'])).document).toEqual(failed('compare.no-previous'));
    const inspected = await burrow.json(['inspect', 'till'], inShop());
    expect(inspection.parse(inspected.document)).toEqual(inspected.document);
    expect((await burrow.run(['inspect', 'till'], inShop())).stdout).toMatch(
      /^Package +example\.com\/shop\/cmd\/till$/m,
    );
  });

  it('that are cut off end with 130 and are recorded as cancelled', async () => {
    // With these flags nothing is cached, so that the compiler has work.
    await writeFile(
      join(shop, 'cmd/till/main.go'),
      'package main\n\nimport _ "net/http"\n\nfunc main() {}\n',
    );
    const running = burrow.start(['build', '-gcflags=all=-N', '-a', './cmd/till', '--json'], inShop());
    await new Promise((started) => running.stderr.once('data', started));
    running.kill('SIGINT');
    const { exitCode, stdout } = await running;
    expect(exitCode).toBe(130);
    expect(JSON.parse(stdout)).toEqual(failed('cancelled'));
    expect((await history('--limit', '1')).builds).toMatchObject([{ status: 'cancelled' }]);
  });
});

describe('images without an engine', () => {
  it.each([
    ['image list', 1, 'engine.not-running'],
    ['image inspect shop:v1', 1, 'engine.not-running'],
    ['image record shop:v1', 1, 'engine.not-running'],
    ['image inspect Not/An/Image!', 2, 'image.ref-invalid'],
    ['image compare b98 99', 1, 'image.unknown-record'],
    ['image compare shop:v1 shop:v2', 1, 'engine.not-running'],
  ])('%s fails with %d, %s', async (words, code, failure) => {
    expect(await burrow.json(words.split(' '))).toEqual({ exitCode: code, document: failed(failure) });
  });

  it('names the address that did not answer, in both languages', async () => {
    expect((await burrow.run(['image', 'list'])).stderr).toContain(
      'No container engine answers at unix:///no/such/socket.',
    );
    expect((await burrow.run(['image', 'list', '--lang', 'zh-CN'])).stderr).toContain('的容器引擎没有响应');
  });
});

describe('the machine and the hosts', () => {
  it('machine tells what this machine is', async () => {
    const { exitCode, document } = await burrow.json(['machine']);
    expect(exitCode).toBe(0);
    expect(machine.parse(document)).toEqual(document);
    expect(document).toMatchObject({ home: burrow.root, burrowHome: burrow.home });
  });

  it('serve says that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => taken.once('listening', listening));
    const { port } = taken.address() as AddressInfo;
    const answer = await burrow.json(['serve', '--no-open', '--port', String(port)]);
    expect(answer).toEqual({ exitCode: 1, document: failed('serve.port-busy') });
    taken.close();
  });

  it.each([['SIGINT'], ['SIGTERM']] as const)(
    'serve prints one address and ends well at %s',
    async (signal) => {
      const running = burrow.start(['serve', '--no-open', '--json']);
      const [line] = await new Promise<Buffer[]>((printed) =>
        running.stdout.once('data', (data: Buffer) => printed([data])),
      );
      expect(JSON.parse(String(line))).toEqual({
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//),
      });
      running.kill(signal);
      expect((await running).exitCode).toBe(0);
    },
  );
});
