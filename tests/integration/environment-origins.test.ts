import { execa } from 'execa';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listVariables } from '#core/environment';
import { localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { realGoroot } from '#testing/real-gos';

let home = '';
beforeEach(async () => {
  home = await newFolder('origins', { inMemory: true });
});
afterEach(() => removeFolder(home));

async function write(name: string, text: string): Promise<string> {
  await mkdir(dirname(join(home, name)), { recursive: true });
  await writeFile(join(home, name), text);
  return join(home, name);
}

/** A system whose only Go is a real one. */
async function systemWith(version: string, env: Record<string, string>): Promise<System | null> {
  const goroot = await realGoroot(version);
  if (goroot === null) return null;
  const PATH = `${join(goroot, 'bin')}:/usr/bin:/bin`;
  return { ...localSystem(), home, cwd: home, env: { HOME: home, PATH, ...env } };
}

it.for(['go1.21.13', 'go1.24.9', 'go1.27.0'])('of %s are as that Go itself decides', async (version, ctx) => {
  const made = await systemWith(version, {
    GOFLAGS: '-mod=mod',
    GOPRIVATE: '',
    GOPROXY: 'https://proxy.corp.example',
    GOMODCACHE: join(home, 'modules'),
  });
  const system = made ?? ctx.skip(`no module proxy gives ${version}`);
  const file = await write(
    '.config/go/env',
    '# mine\nGOPRIVATE=*.corp.example\nGOFLAGS=-x\nGOSUMDB=\nGOPATH=/srv/go\n',
  );
  const mod = await write('app/go.mod', 'module example.com/app\n\ngo 1.20\n');
  const { variables, version: asked } = await listVariables(system, { dir: join(home, 'app') });
  expect(asked).toBe(version);
  const found = Object.fromEntries(
    variables.map(({ name, value, origin: { kind, file: at, line, from } }) => [
      name,
      [kind, value, at, line ?? from].filter((each) => each !== null).join(' '),
    ]),
  );
  expect(found).toMatchObject({
    GOFLAGS: 'environment -mod=mod',
    GOPROXY: 'environment https://proxy.corp.example',
    GOMODCACHE: `environment ${home}/modules`,
    GOPRIVATE: `file *.corp.example ${file} 2`,
    GONOSUMDB: 'derived *.corp.example GOPRIVATE',
    GOPATH: `file /srv/go ${file} 5`,
    GOSUMDB: `file  ${file} 4`,
    GOTOOLCHAIN: expect.stringMatching(/^goroot auto .*\/go\.env \d+$/),
    GOMOD: `derived ${mod} ${mod} folder`,
    GOCACHE: `default ${home}/.cache/go-build`,
  });
  const flags = variables.find(({ name }) => name === 'GOFLAGS');
  expect(flags?.hidden).toMatchObject([{ origin: { kind: 'file', line: 3 }, value: '-x' }]);
  // Every value is what Go prints.
  const go = await execa('go', ['env', '-json'], {
    cwd: join(home, 'app'),
    env: { ...(system.env as Record<string, string>), GOTOOLCHAIN: 'local' },
    extendEnv: false,
  });
  const own = JSON.parse(go.stdout) as Record<string, string>;
  for (const { name, value } of variables) {
    if (name !== 'GOTOOLCHAIN') expect(value, name).toBe(own[name]);
  }
  expect(variables.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(own).filter(isNamed)));
});

/** Cgo's are asked for with `all`, since Go starts a C compiler for them. */
function isNamed(name: string): boolean {
  return !/^CGO_.*FLAGS|^GOGCCFLAGS$|^GO_EXTLINK/.test(name) && name !== 'GOEXPERIMENT';
}
