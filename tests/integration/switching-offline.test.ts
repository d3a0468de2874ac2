import { spawnSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { burrowPaths } from '#core/system';
import { refreshShims } from '#core/switching';
import { compareVersions } from '#core/toolchains';
import { commandTimeoutMs } from '#testing/limits';
import { realArchive } from '#testing/real-toolchains';
import { onPath } from '#testing/on-path';
import { SwitchingWorld } from '#testing/switching-world';

// Two real Gos, a go.mod whose toolchain line names the newer one, and no network. When the older Go switches, it can
// find the newer one only through Burrow's launchers.

const older = 'go1.24.9';

let world: SwitchingWorld;
/** The version of the machine's own Go, which counts as installed. */
let newer = '';
let missing: string | null = null;

beforeAll(async () => {
  world = await SwitchingWorld.make({ name: 'offline', dir: 'p', installed: [], expected: 'nothing chosen' });
  missing = await install();
  await refreshShims(world.system);
  await writeFile(burrowPaths(world.system).defaultFile, `${older}\n`);
  await writeFile(join(world.dir, 'go.mod'), `module p\n\ngo 1.24.0\n\ntoolchain ${newer}\n`);
  await mkdir(join(world.root, 'elsewhere'));
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

/** Installs both; returns why that is not possible, or null. */
async function install(): Promise<string | null> {
  const go = onPath('go');
  if (go === null) return 'there is no Go on PATH';
  const env = { GOTOOLCHAIN: 'local' };
  const asked = spawnSync(go, ['env', 'GOROOT', 'GOVERSION'], {
    encoding: 'utf8',
    timeout: commandTimeoutMs,
    env,
  });
  const [goroot = '', version = ''] = asked.stdout.split('\n');
  newer = version;
  if (compareVersions(newer, older) <= 0) return `the Go on PATH is not newer than ${older}`;
  const { os, arch } = world.system;
  const archive = await realArchive(older, `${os}-${arch}`);
  if (archive === null) return `the module proxy does not give ${older}`;
  const { toolchains } = burrowPaths(world.system);
  const folder = (name: string) => join(toolchains, `${name}.${os}-${arch}`);
  await mkdir(folder(older), { recursive: true });
  const unpacked = spawnSync('tar', ['-xzf', archive, '-C', folder(older), '--strip-components=1']);
  if (unpacked.status !== 0) return 'tar cannot unpack it';
  await symlink(goroot, folder(newer));
  for (const name of [older, newer]) await writeFile(`${folder(name)}.json`, '{}');
  return null;
}

/** Runs a shim with nothing else on PATH, separate caches, and no network. */
function run(args: string[], more: { cwd?: string; env?: Record<string, string>; program?: string } = {}) {
  const { shims } = burrowPaths(world.system);
  const ran = spawnSync(more.program ?? join(shims, 'go'), args, {
    cwd: more.cwd ?? world.dir,
    env: {
      BURROW_HOME: burrowPaths(world.system).root,
      HOME: world.root,
      PATH: shims,
      GOPROXY: 'http://127.0.0.1:9',
      GOFLAGS: '-mod=mod',
      ...more.env,
    },
    encoding: 'utf8',
    timeout: commandTimeoutMs,
  });
  return `${ran.stdout}${ran.stderr}`;
}

function need(ctx: TestContext): void {
  if (missing !== null) ctx.skip(missing);
}

describe('without a network, a go.mod whose toolchain line names another installed Go', () => {
  it('gets it from the shim', (ctx) => {
    need(ctx);
    expect(run(['version'])).toContain(`go version ${newer} `);
    expect(run(['version'], { cwd: join(world.root, 'elsewhere') })).toContain(`go version ${older} `);
  });

  it("gets it from Go's own switching in the older Go, which finds the launcher", (ctx) => {
    need(ctx);
    // The shim does not look into this folder, so it runs the default, and Go itself switches.
    const elsewhere = { cwd: join(world.root, 'elsewhere') };
    expect(run(['-C', world.dir, 'version'], elsewhere)).toContain(`go version ${newer} `);
    const env = { BURROW_GO: older, GOTOOLCHAIN: 'auto' };
    expect(run(['env', 'GOVERSION', 'GOROOT'], { env })).toMatch(
      new RegExp(`^${newer}\\n(?!.*${older.replaceAll('.', '\\.')})`),
    );
  });

  it('and without the launcher it does not', (ctx) => {
    need(ctx);
    const { toolchains } = burrowPaths(world.system);
    const program = join(toolchains, `${older}.${world.system.os}-${world.system.arch}`, 'bin/go');
    expect(run(['version'], { program })).toContain(`go version ${newer} `);
    expect(run(['version'], { program, env: { PATH: '/nowhere' } })).toContain('download');
  });

  it('is refused by the older Go while that is pinned: it neither switches nor downloads', (ctx) => {
    need(ctx);
    expect(run(['version'], { env: { BURROW_GO: older } })).toContain(`go version ${older} `);
  });
});
