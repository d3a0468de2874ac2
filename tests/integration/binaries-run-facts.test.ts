import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunFacts } from '#contract/binaries';
import { inspectBinary } from '#core/binaries';
import { buildGo, goModule, type Wanted, whyNoGo } from '#testing/go-programs';
import { onPath } from '#testing/on-path';
import { readelfFacts } from '#testing/readelf';
import { stressed } from '#testing/stress';

const made: string[] = [];
let missing: string | null = null;
let plain = '';
let withC = '';

beforeAll(async () => {
  missing = (await whyNoGo()) ?? (onPath('readelf') === null ? 'no readelf here' : null);
  if (missing) return;
  const goMod = 'module example.com/hello\n\ngo 1.17\n';
  plain = await goModule({
    'go.mod': goMod,
    'main.go': 'package main\n\nfunc main() { println("hello") }\n',
  });
  withC = await goModule({
    'go.mod': goMod,
    'main.go': `package main

// #include <stdlib.h>
// static int answer(void) { return atoi("42"); }
import "C"

func main() { println(C.answer()) }
`,
  });
  made.push(plain, withC);
});

afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

type Case = [name: string, from: 'plain' | 'with C', Omit<Wanted, 'module'>, Partial<RunFacts>];

const elfPrograms: Case[] = [
  ['static', 'plain', { target: 'linux/amd64' }, { linking: 'static', musl: true, cgo: false }],
  [
    'position-independent',
    'plain',
    { target: 'linux/amd64', args: ['-buildmode=pie'] },
    { pie: true, musl: false, trimpath: false },
  ],
  ['of 32 bits', 'plain', { target: 'linux/386' }, { pie: false, linking: 'static' }],
  ...stressed<Case[]>(
    [],
    [['with the highest byte first', 'plain', { target: 'linux/s390x' }, { linking: 'static' }]],
  ),
  [
    'with C',
    'with C',
    { target: `linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`, cgo: true },
    { linking: 'dynamic', cgo: true, race: false },
  ],
  [
    'with C, protected',
    'with C',
    {
      target: `linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`,
      cgo: true,
      args: ['-ldflags=-linkmode=external -extldflags=-Wl,-z,relro,-z,now,-z,execstack', '-buildmode=pie'],
    },
    { relro: 'full', executableStack: true, pie: true },
  ],
];

it.for(elfPrograms)('agrees with readelf on a program %s', async ([, from, wanted, expected], ctx) => {
  if (missing) ctx.skip(missing);
  const module = from === 'plain' ? plain : withC;
  const program = await buildGo({ ...wanted, module }).catch((error: unknown) => {
    if (!wanted.cgo || onPath('gcc') !== null) throw error;
    return ctx.skip('no C compiler here');
  });
  made.push(dirname(program));
  const { runs } = await inspectBinary(program);
  expect(runs).toMatchObject(await readelfFacts(program));
  expect(runs).toMatchObject(expected);
});

it.for([
  [
    'darwin/arm64',
    {
      linking: 'dynamic',
      libraries: expect.arrayContaining(['/usr/lib/libSystem.B.dylib']) as string[],
      signed: true,
      pie: true,
    },
  ],
  ['windows/amd64', { linking: 'dynamic', libraries: ['kernel32.dll'], signed: false, pie: true }],
  ['wasip1/wasm', { linking: null, libraries: [], pie: null, race: false }],
] as const)('reads what a program for %s needs', async ([target, expected], ctx) => {
  if (missing) ctx.skip(missing);
  const program = await buildGo({ module: plain, target });
  made.push(dirname(program));
  const { runs } = await inspectBinary(program);
  expect(runs).toMatchObject(expected);
  expect(runs).toMatchObject({ glibc: null, musl: null, relro: null });
});
