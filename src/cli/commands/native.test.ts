import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Locale } from '#contract/locale';
import { MacWorld } from '#testing/mac-world';
import type { Host } from '../host.ts';
import { createProgram } from '../program.ts';
import { texts } from '../text/index.ts';
import { machineCommands } from './machine.ts';
import { nativeCommands } from './native.ts';
import { toolchainCommands } from './toolchains.ts';

let mac: MacWorld;
beforeEach(async () => {
  mac = await MacWorld.make();
  mac.offer('go1.24.9');
});
afterEach(() => mac[Symbol.asyncDispose]());

/** Runs a command on the Mac. Returns its output and exit code. */
async function burrow(
  args: string[],
  { on = mac, locale = 'en' }: { on?: Pick<MacWorld, 'system' | 'client'>; locale?: Locale } = {},
): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const text = texts[locale];
  let code = 0;
  const program = createProgram(
    {
      text,
      write: () => {},
      async dispatch(run, operands, options) {
        const host: Host = {
          system: on.system,
          client: on.client,
          locale,
          text,
          json: options.json === true,
          yes: options.yes === true,
          signal: new AbortController().signal,
          handOver: () => {},
          print: (line) => lines.push(line),
          remark: () => {},
        };
        code = (await run(host, operands, options)) ?? 0;
      },
    },
    [nativeCommands, toolchainCommands, machineCommands],
  );
  await program.parseAsync(args, { from: 'user' });
  return { code, said: lines.join('\n') };
}

const native = (args: string[], how: Parameters<typeof burrow>[1] = {}) => burrow(['native', ...args], how);

it('shows what it would do, and does it after a yes', async () => {
  await mac.install('1.24.9');
  await mac.setDefault('1.24.9');
  await mac.project('shop', { '.go-version': '1.24' });
  const { code, said } = await native(['--dry-run']);
  expect(code).toBe(3);
  expect(said).toMatch(
    /go1\.24\.9 +darwin\/amd64 · Rosetta +default, shop +replaced with arm64; this one is removed/,
  );
  expect(said).toContain('is available through macOS 27');
  await expect(native([])).rejects.toMatchObject({ code: 'usage.invalid' });

  const done = await native(['--yes'], { locale: 'zh-CN' });
  expect(done.code).toBe(0);
  expect(done.said).toContain('go1.24.9 现在原生运行（darwin/arm64）。');
  expect(done.said).toContain('默认版本现在原生运行。');
  expect(done.said).toContain('已移除经转译的那一份');
  expect(await native(['--dry-run'])).toEqual({
    code: 0,
    said: 'Every Go in use here runs natively.',
  });
});

it('takes one version, and says if it is not among the findings', async () => {
  await mac.install('1.24.9');
  await mac.setDefault('1.24.9');
  expect(await native(['1.26.1', '--yes'])).toEqual({
    code: 0,
    said: 'No go1.26.1 in use runs under Rosetta.',
  });
  const { code, said } = await native(['go1.24.9', '--yes', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(said)).toMatchObject({
    translates: true,
    findings: [{ version: 'go1.24.9' }],
    replaced: [{ old: 'removed', default: 'moved' }],
  });
});

it('is mentioned by list and machine', async () => {
  await mac.install('1.24.9');
  // The first toolchain became the default.
  await mac.client.switching.unpin({ dir: mac.world.folder, global: true });
  expect((await burrow(['list'])).said).not.toContain('burrow native');
  await mac.setDefault('1.24.9');
  expect((await burrow(['list'])).said).toContain('1 toolchain in use runs under Rosetta.');
  expect((await burrow(['list'], { locale: 'zh-CN' })).said).toContain('burrow native');
  expect((await burrow(['machine'])).said).toContain('is available through macOS 27');
});

it('lists unused toolchains, and how to remove them', async () => {
  await mac.install('1.24.9', 'arm64');
  await mac.install('1.24.9', 'amd64');
  await mac.setDefault('1.24.9');
  const { code, said } = await native([]);
  expect(code).toBe(0);
  expect(said).toContain('the native one runs');
  expect(said).toContain('burrow remove 1.24.9 --arch amd64');
});

it('prints the command of the owner, and the line for PATH', async () => {
  const { goroot, bin } = await mac.homebrew('go1.24.9');
  await using shell = await mac.withPath(bin);
  const { said } = await native(['-y'], { on: shell });
  expect(said).toContain(`PATH (${bin}/go)`);
  expect(said).toContain('It is now the default; there was none.');
  expect(said).toContain(`To remove ${goroot}`);
  expect(said).toContain(`In this PATH, ${bin}/go comes before Burrow's shims.`);

  // What the user has to do is printed again.
  const again = await native(['-y'], { on: shell });
  expect(again.code).toBe(3);
  expect(again.said).toContain('the native one is already installed');
  expect(again.said).toContain(`To remove ${goroot}`);
  expect(again.said).not.toContain('now runs natively');
});

it('lists tools that are built for another processor', async () => {
  const summary = { goVersion: 'go1.24.9', tools: 3, outdated: 0, wrongProcessor: 2 };
  const tools = { value: { summary: () => Promise.resolve(summary) } };
  const client = Object.create(mac.client, { tools }) as MacWorld['client'];
  const { code, said } = await native([], { on: { system: mac.system, client } });
  expect(code).toBe(3);
  expect(said).toContain('2 tools installed with `go install` are built for another processor.');
  expect(said).toContain('burrow tools rebuild');
});
