import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resolution } from '#contract/switching';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';

const { arch } = localSystem();

let server: ReleaseServer;
let burrow: CommandLine;
let cellar: string;

beforeAll(async () => {
  server = await startReleaseServer();
  server.offerFake(fakeGo('go1.96.1', { arch }));
});
afterAll(() => server.close());
beforeEach(async () => {
  const addresses = { BURROW_GO_DL: server.dl, GOPROXY: server.proxy, GOSUMDB: server.sumdb };
  burrow = await CommandLine.make(addresses, { isSetUp: true });
  cellar = join(burrow.root, '.linuxbrew/Cellar/go');
  return () => burrow[Symbol.asyncDispose]();
});

/** Homebrew's Go of that version. */
async function keg(version: string): Promise<string> {
  const goroot = join(cellar, version, 'libexec');
  await writeGoroot(goroot, fakeGo(`go${version}`, { arch }));
  return goroot;
}

/** An adopted default, which Homebrew has replaced by a newer version. */
async function upgraded(): Promise<{ before: string; now: string }> {
  const before = await keg('1.96.1');
  await burrow.run(['adopt', before]);
  await burrow.run(['use', '1.96.1', '--global']);
  const now = await keg('1.96.4');
  await rm(join(cellar, '1.96.1'), { recursive: true });
  return { before, now };
}

describe('after a Homebrew upgrade', () => {
  it('the adopted default is said to be gone, with what is there now', async () => {
    const { before, now } = await upgraded();
    const by = join(burrow.home, 'default:1');
    const use = `burrow adopt ${now} && burrow use 1.96.4 --global`;
    const english = [
      `Go 1.96.1 is not installed (wanted by ${by}): go1.96.1, which was adopted from ${before} (Homebrew), is no longer there. There is go1.96.4 now, in ${now}.`,
      `To use go1.96.4, run \`${use}\`. Or install a copy that is Burrow's own: \`burrow install 1.96.1\`.`,
    ].join('\n');
    for (const args of [['current'], ['which', 'go'], ['exec', '--', 'go', 'version'], ['build']]) {
      const { exitCode, stderr } = await burrow.run(args);
      expect({ args, exitCode, stderr }).toEqual({ args, exitCode: 127, stderr: english });
    }
    expect((await burrow.run(['current', '--lang', 'zh-CN'])).stderr).toBe(
      [
        `未安装 Go 1.96.1（由 ${by} 指定）：go1.96.1 接管自 ${before}（Homebrew），现已不存在。现有 go1.96.4，位于 ${now}。`,
        `如需使用 go1.96.4，请运行 \`${use}\`。也可以由 Burrow 另行安装一份：\`burrow install 1.96.1\`。`,
      ].join('\n'),
    );
    const { document } = await burrow.json(['current']);
    expect(resolution.parse(document)).toMatchObject({
      version: 'go1.96.1',
      installed: false,
      gone: {
        version: 'go1.96.1',
        from: before,
        manager: 'homebrew',
        now: { version: 'go1.96.4', path: now },
      },
      problem: { code: 'toolchain.not-installed' },
    });
  });

  it('the commands that are named make what is there now the default', async () => {
    const { now } = await upgraded();
    const { stderr } = await burrow.run(['current']);
    const [, commands = ''] = /run `([^`]+)`/.exec(stderr) ?? [];
    expect(await burrow.sh(commands)).toMatchObject({ exitCode: 0 });
    const { document } = await burrow.json(['current']);
    expect(document).toMatchObject({ version: 'go1.96.4', installed: true, gone: null, problem: null });
    expect(await readFile(join(now, 'VERSION'), 'utf8')).toContain('go1.96.4');
  });

  it.each([
    ['a pin', ['use', '1.96.1'], 'use 1.96.4 --dir '],
    ['the default', ['use', '1.96.1', '--global'], 'use 1.96.4 --global'],
  ])('a failing install of %s says that the adopted Go is gone', async (_, use, instead) => {
    const { now } = await upgraded();
    await burrow.run(['use', 'system', '--global']);
    await burrow.run(use);
    await burrow.run(['settings', 'installMissing=on']);
    server.fail({ path: /./, kind: { status: 404 } });
    try {
      for (const command of [['exec', '--', 'go', 'version'], ['build']]) {
        const { exitCode, stderr } = await burrow.run(command);
        expect({ command, exitCode }).toEqual({ command, exitCode: 127 });
        expect(stderr).toContain(
          `(Homebrew), is no longer there. There is go1.96.4 now, in ${now}. Installing it failed: `,
        );
        expect(stderr).toContain(`\nTo use go1.96.4, run \`burrow adopt ${now} && burrow ${instead}`);
      }
      const chinese = await burrow.run(['exec', '--lang', 'zh-CN', '--', 'go', 'version']);
      expect(chinese.stderr).toContain(`现有 go1.96.4，位于 ${now}。安装失败：`);
      expect(chinese.stderr).toContain(`\n如需使用 go1.96.4，请运行 \`burrow adopt ${now} && `);
    } finally {
      server.heal();
    }
  });

  it('the one that is gone can be installed as it was', async () => {
    await upgraded();
    expect(await burrow.run(['install', '1.96.1'])).toMatchObject({ exitCode: 0 });
    const { document } = await burrow.json(['current']);
    expect(document).toMatchObject({ version: 'go1.96.1', installed: true, gone: null });
  });
});

it('says the same of a Go that was replaced in its folder, and of a pin', async () => {
  const place = join(burrow.root, 'usr/local/go');
  await writeGoroot(place, fakeGo('go1.96.1', { arch }));
  await burrow.run(['adopt', place]);
  const project = await burrow.write('shop/.go-version', '1.96.1\n');
  await rename(place, `${place}.old`);
  await writeGoroot(place, fakeGo('go1.97.0', { arch }));
  const { stderr } = await burrow.run(['current', '--dir', 'shop']);
  expect(stderr).toBe(
    [
      `Go 1.96.1 is not installed (wanted by ${project}:1): go1.96.1 was adopted from ${place}, where go1.97.0 is now.`,
      `To use go1.97.0, run \`burrow adopt ${place} && burrow use 1.97.0 --dir ${join(burrow.root, 'shop')}\`. Or install a copy that is Burrow's own: \`burrow install 1.96.1\`.`,
    ].join('\n'),
  );
});
