import { execa } from 'execa';
import * as fc from 'fast-check';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { previewVariables, updateEnvFile } from '#core/environment';
import { localSystem } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { realGoroot } from '#testing/real-gos';
import { stressed } from '#testing/stress';

let folder = '';
beforeAll(async () => {
  folder = await newFolder('go-file', { inMemory: true });
});
afterAll(() => removeFolder(folder));

const line = fc.oneof(
  fc.constantFrom(
    'GOPROXY=direct',
    'GOPROXY=https://goproxy.cn,direct',
    'GOPRIVATE=*.corp.example',
    'GOFLAGS=-mod=mod',
    'GOFLAGS=',
    'GONOSUMDB=a b',
    'GOTMPDIR=/tmp',
    '# a comment = here',
    'GOA#B=c',
    '',
    '   ',
    'export GOPATH=/x',
    'nonsense',
    ' GOAMD64=v2',
    'CGO_CFLAGS="-O2"',
    'lower=case',
    'GOINSECURE=\xe9\r',
    '=empty name',
  ),
);
const file = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
  .map(([lines, newline]) => lines.join('\n') + (newline && lines.length > 0 ? '\n' : ''));
const changes = fc.dictionary(
  fc.constantFrom('GOPROXY', 'GOPRIVATE', 'GOFLAGS', 'GONOSUMDB', 'GOINSECURE', 'GOVCS'),
  fc.option(fc.constantFrom('direct', '', '-mod=mod', 'a,b')),
  { minKeys: 1, maxKeys: 3 },
);

/** One run of `go env`, which is not made without arguments. */
function step(text: string, part: [string, string | null][]): string {
  return part.length > 0 ? updateEnvFile(text, new Map(part)) : text;
}

/** Every minor version since Burrow's oldest; a normal run takes the first three. */
const versions = [
  'go1.20.14',
  'go1.24.9',
  'go1.27.0',
  'go1.21.13',
  'go1.22.12',
  'go1.23.12',
  'go1.25.5',
  'go1.26.1',
];

it.for(versions.slice(0, stressed(3, versions.length)))(
  'edits the file byte for byte as %s does',
  async (version, ctx) => {
    const goroot = (await realGoroot(version)) ?? ctx.skip(`no module proxy gives ${version}`);
    const path = join(folder, version, 'env');
    await mkdir(join(folder, version));
    const go = (...args: string[]) =>
      execa(join(goroot, 'bin/go'), ['env', ...args], {
        env: { HOME: folder, GOENV: path, GOTOOLCHAIN: 'local', PATH: '/usr/bin:/bin' },
        extendEnv: false,
        cwd: folder,
        reject: false,
      });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(file, changes, async (text, wanted) => {
        await writeFile(path, text, 'latin1');
        const entries = Object.entries(wanted);
        const added = entries
          .filter(([, value]) => value !== null)
          .map(([name, value]) => `${name}=${value}`);
        const removed = entries.filter(([, value]) => value === null).map(([name]) => name);
        const ran = [
          ...(added.length > 0 ? [await go('-w', ...added)] : []),
          ...(removed.length > 0 ? [await go('-u', ...removed)] : []),
        ];
        // Go refuses some of the files that it reads.
        fc.pre(ran.every(({ exitCode }) => exitCode === 0));
        const between = step(
          text,
          entries.filter(([, value]) => value !== null),
        );
        const ours = step(
          between,
          entries.filter(([, value]) => value === null),
        );
        expect(ours).toBe(await readFile(path, 'latin1'));
        compared++;
      }),
      { numRuns: stressed(25, 130) },
    );
    expect(compared).toBeGreaterThan(10);
    console.log(`stress: files of ${version}: ${compared} of ${compared} byte for byte`);
  },
);

it.each<[Record<string, string>, string | null]>([
  [{ GOEXPERIMENT: 'nosuch' }, 'unknown GOEXPERIMENT such'],
  [{ GOEXPERIMENT: 'none' }, null],
  [{ GOOS: 'windows', GOARCH: 'riscv64' }, 'unsupported GOOS/GOARCH pair windows/riscv64'],
  // The file has GOOS=darwin.
  [{ GOARCH: 'riscv64' }, 'unsupported GOOS/GOARCH pair darwin/riscv64'],
  [{ GOOS: 'linux', GOARCH: 'riscv64' }, null],
])('has Go judge %j, without writing', async (wanted, refused) => {
  const env = { HOME: folder, PATH: process.env['PATH'], GOOS: 'linux', GOENV: join(folder, 'go-env') };
  await writeFile(env.GOENV, 'GOOS=darwin\n');
  const system = { ...localSystem(), env, home: folder, cwd: folder };
  const preview = previewVariables(system, 'go', wanted);
  if (refused === null) await preview;
  else {
    await expect(preview).rejects.toMatchObject({
      code: 'environment.value-invalid',
      params: { why: 'go', detail: refused },
    });
  }
  expect(await readFile(env.GOENV, 'utf8')).toBe('GOOS=darwin\n');
});
