import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { localSystem } from './local.ts';

const real = { platform: process.platform, arch: process.arch };
const pretend = (machine: typeof real): void => {
  for (const [name, value] of Object.entries(machine)) Object.defineProperty(process, name, { value });
};
afterEach(() => {
  vi.restoreAllMocks();
  pretend(real);
});

test('describes this process', async () => {
  const system = localSystem();
  expect(system).toMatchObject({ home: homedir(), cwd: process.cwd(), env: process.env });
  expect(Math.abs(system.now().getTime() - Date.now())).toBeLessThan(1000);
  expect((await system.run({ file: 'echo', args: ['hello'], timeoutMs: null })).stdout).toBe('hello\n');
  const chunks = [];
  for await (const chunk of system.stream({ file: 'echo', args: ['hello'], timeoutMs: null }))
    chunks.push(chunk);
  expect(chunks).toEqual([{ stream: 'stdout', text: 'hello\n' }]);
});

test.each([
  ['linux', 'x64', 'linux', 'amd64'],
  ['linux', 'arm64', 'linux', 'arm64'],
  ['win32', 'x64', 'windows', 'amd64'],
  ['darwin', 'arm64', 'darwin', 'arm64'],
] as const)('translates %s %s to the names of Go', (platform, arch, os, goArch) => {
  pretend({ platform, arch });
  const asks = vi.spyOn(process, 'getBuiltinModule');
  expect(localSystem()).toMatchObject({ os, arch: goArch, translated: false });
  expect(asks).not.toHaveBeenCalled();
});

test.each([
  ['1\n', 'arm64', true],
  ['0\n', 'amd64', false],
  ['', 'amd64', false],
  [null, 'amd64', false],
])('an Intel Node on a Mac whose sysctl says %j runs on %s', (stdout, arch, translated) => {
  pretend({ platform: 'darwin', arch: 'x64' });
  const spawnSync = vi.fn(() => ({ stdout }));
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue({ spawnSync });
  expect(localSystem()).toMatchObject({ os: 'darwin', arch, translated });
  expect(spawnSync).toHaveBeenCalledWith(
    '/usr/sbin/sysctl',
    ['-in', 'sysctl.proc_translated'],
    expect.objectContaining({ timeout: expect.any(Number) }),
  );
});

test('loads no library until something runs', () => {
  const face = fileURLToPath(new URL('../index.ts', import.meta.url));
  const script = `
    const { registerHooks } = await import('node:module');
    const loaded = [];
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
    const { localSystem } = await import(${JSON.stringify(face)});
    localSystem();
    console.log(JSON.stringify(loaded.filter((url) => url.includes('node_modules'))));
  `;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual([]);
});
