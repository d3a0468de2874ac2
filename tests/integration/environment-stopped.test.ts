import { execa } from 'execa';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listVariables, previewVariables, writeVariables } from '#core/environment';
import { localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { realGoroot } from '#testing/real-gos';
import { stressed } from '#testing/stress';

let home = '';
beforeEach(async () => {
  home = await newFolder('stopped', { inMemory: true });
});
afterEach(() => removeFolder(home));

/** A system whose only Go is this one. */
function systemWith(goroot: string, env: Record<string, string> = {}): System {
  const PATH = `${join(goroot, 'bin')}:/usr/bin:/bin`;
  return { ...localSystem(), home, cwd: home, env: { HOME: home, PATH, ...env } };
}

function go({ env }: System, ...args: string[]) {
  return execa('go', args, {
    cwd: home,
    env: env as Record<string, string>,
    extendEnv: false,
    reject: false,
  });
}

async function writeGoFile(text: string): Promise<string> {
  const path = join(home, '.config/go/env');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

/** Values that keep every go command from running, and what each becomes. */
const stopping: Record<string, [value: string, mended: (folder: string) => string | null]> = {
  GOTOOLCHAIN: ['1.22.5', () => 'go1.22.5'],
  GOROOT: ['/nope', () => null],
  GOPATH: ['~/go', (folder) => join(folder, 'go')],
  GOFLAGS: ['-ldflags=-s -w', () => "'-ldflags=-s -w'"],
  GOEXPERIMENT: ['nonsense', () => null],
  GO111MODULE: ['yes', () => 'on'],
};
/** In a normal run, the last Go that knows no GOTOOLCHAIN, and the newest. */
const versions = stressed(['go1.20.14', 'go1.27.0'], ['go1.20.14', 'go1.21.13', 'go1.24.9', 'go1.27.0']);
const cases = versions.flatMap((version) =>
  Object.entries(stopping)
    .filter(([name]) => name !== 'GOTOOLCHAIN' || version !== 'go1.20.14')
    .map(([name, [value, mended]]) => ({ version, name, value, mended })),
);

it.for(cases)(
  '$version, which $name=$value stops, is mended',
  async ({ version, name, value, mended }, ctx) => {
    const goroot = (await realGoroot(version)) ?? ctx.skip(`no module proxy gives ${version}`);
    const system = systemWith(goroot);
    const path = await writeGoFile(`GOPRIVATE=a.example\n${name}=${value}\n`);
    expect((await go(system, 'env', 'GOFLAGS')).exitCode).not.toBe(0);

    const found = await listVariables(system, { dir: home });
    expect(found).toMatchObject({ version, goroot });
    const [worst] = found.surprises;
    expect(worst).toMatchObject({ name, severity: 'stops', file: path, line: 2 });
    const shown = found.variables.find((variable) => variable.name === name);
    // Go says where it is; for GOROOT, that is not what was set.
    if (name !== 'GOROOT' && shown) {
      expect(shown).toMatchObject({ value, origin: { kind: 'file', file: path, line: 2 } });
    }
    const other = found.variables.find((variable) => variable.name === 'GOPRIVATE');
    expect(other).toMatchObject({ value: 'a.example', origin: { kind: 'file', line: 1 } });

    if (!worst?.fix) throw new Error(`nothing mends ${name}`);
    const { place, changes } = worst.fix;
    expect(changes).toEqual({ [name]: mended(home) });
    const { id } = await previewVariables(system, place, changes);
    await writeVariables(system, place, { id, changes });
    const line = mended(home) === null ? '' : `${name}=${mended(home)}\n`;
    expect((await readFile(path, 'utf8')).split('\n').toSorted()).toEqual(
      `GOPRIVATE=a.example\n${line}`.split('\n').toSorted(),
    );
    if (name !== 'GOTOOLCHAIN') expect(await go(system, 'env', 'GOFLAGS')).toMatchObject({ exitCode: 0 });
    expect((await listVariables(system, { dir: home })).surprises).toEqual([]);
  },
);

it.for(cases.filter(({ version }) => version === 'go1.27.0'))(
  '$name=$value in the environment of $version is told of',
  async ({ version, name, value }, ctx) => {
    const goroot = (await realGoroot(version)) ?? ctx.skip(`no module proxy gives ${version}`);
    const system = systemWith(goroot, { [name]: value });
    expect((await go(system, 'env', 'GOFLAGS')).exitCode).not.toBe(0);
    const found = await listVariables(system, { dir: home });
    expect(found).toMatchObject({ version, goroot });
    expect(found.surprises).toMatchObject([{ name, file: null, fix: null }]);
  },
);

/** Values with which `go env` still answers for a single variable, but not for all. */
const halfStopping: [text: string, names: string[]][] = [
  ['GOCACHE=$HOME/cache\n', ['GOCACHE']],
  ['GOCACHE=off\n', ['GOCACHE']],
  ['GOTMPDIR=/nope\n', ['GOTMPDIR']],
  ['GOOS=plan10\n', ['GOOS']],
  ['GOOS=linux\nGOARCH=red\n', ['GOARCH']],
  // The pair is right, and only the folder is not.
  ['GOOS=js\nGOARCH=wasm\nGOTMPDIR=/nope\n', ['GOTMPDIR']],
];

it.for(halfStopping)('the variables are listed with %j, and it is mended', async ([text, names], ctx) => {
  const goroot = (await realGoroot('go1.27.0')) ?? ctx.skip('no module proxy gives go1.27.0');
  const system = systemWith(goroot);
  await writeGoFile(text);
  const { surprises } = await listVariables(system, { dir: home });
  const stops = surprises.filter(({ severity }) => severity === 'stops');
  expect(stops.map(({ name }) => name)).toEqual(names);
  for (const { fix } of stops) {
    if (!fix) throw new Error(`nothing mends ${text}`);
    const { place, changes } = fix;
    const { id } = await previewVariables(system, place, changes);
    await writeVariables(system, place, { id, changes });
  }
  const after = await listVariables(system, { dir: home });
  expect(after.surprises.filter(({ severity }) => severity === 'stops')).toEqual([]);
});
