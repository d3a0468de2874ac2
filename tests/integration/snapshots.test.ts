import { execa } from 'execa';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLocalClient } from '#api';
import type { DriftFinding, Snapshot, SnapshotComparison, SnapshotRef } from '#contract/snapshots';
import { tellChange } from '#contract/words/drift';
import { CommandLine } from '#testing/command-line';
import { exampleSnapshot } from '#testing/example-snapshots';
import { realGoroot } from '#testing/real-gos';
import { ShellHome } from '#testing/shell-home';
import { compiledCode } from '#testing/compiled-code';

/** The machine's own Go; null: there is none. */
let goroot: string | null = null;
beforeAll(async () => {
  const { stdout, exitCode } = await execa('go', ['env', 'GOROOT'], { reject: false });
  if (exitCode === 0) goroot = stdout ?? null;
});
beforeEach((ctx) => {
  if (goroot === null) ctx.skip('there is no Go');
});

async function take(home: ShellHome, go: string, env: Record<string, string> = {}): Promise<Snapshot> {
  const PATH = `${join(go, 'bin')}:${home.system.env['PATH']}`;
  const system = { ...home.system, env: { ...home.system.env, PATH, ...env } };
  await using burrow = createLocalClient(system);
  return burrow.snapshots.take({ host: 'box' });
}

function side(snapshot: Snapshot): SnapshotRef {
  return { from: 'text', name: 'x', text: JSON.stringify(snapshot) };
}
async function compare(home: ShellHome, a: Snapshot, b: Snapshot): Promise<SnapshotComparison> {
  await using burrow = createLocalClient(home.system);
  return burrow.snapshots.compare({ a: side(a), b: side(b) });
}

describe('two homes', () => {
  const homes: ShellHome[] = [];
  afterEach(async () => {
    for (const home of homes.splice(0)) await home[Symbol.asyncDispose]();
  });

  /** A home whose shells run this Go, and whatever else a test writes there. */
  async function homeWith(go: string): Promise<ShellHome> {
    const home = await ShellHome.make('/bin/bash');
    homes.push(home);
    const line = `export PATH=${join(go, 'bin')}:$PATH\n`;
    await home.write('.profile', line);
    await home.write('.bashrc', line);
    return home;
  }

  it('differ by what was planted in one of them, and by nothing else', async (ctx) => {
    const other = (await realGoroot('go1.27.0')) ?? ctx.skip('no module proxy gives go1.27.0');
    const [one, two] = [await homeWith(goroot ?? ''), await homeWith(other)];
    // Both have the folder of Go's file.
    await one.write('.config/go/env', '');
    await two.write('.config/go/env', 'GOFLAGS=-mod=readonly\nGOPROXY=https://goproxy.cn,direct\n');
    await two.write('.bash_profile', '. ~/.profile\nexport GOPRIVATE=corp.test\n');
    const a = await take(one, goroot ?? '');
    const compiler = two.path('bin/odd-cc');
    await two.write('bin/odd-cc', '#!/bin/sh\necho odd 1.0\n');
    await chmod(compiler, 0o755);
    const b = await take(two, other, { CC: compiler });
    const { changes } = await compare(one, a, b);
    const told = changes.map((change) => tellChange(change, 'en'));
    const version = a.go?.version ?? '';
    expect(told[0]).toBe(`go1.27.0 runs instead of ${version}`);
    expect(told).toContain(`In bash (login), go1.27.0 runs instead of ${version}`);
    expect(told).toContain('GOFLAGS is -mod=readonly instead of empty');
    expect(told.some((each) => each.startsWith('GOPROXY is https://goproxy.cn,direct instead of '))).toBe(
      true,
    );
    expect(told.some((each) => each.startsWith('The C compiler is odd 1.0 instead of '))).toBe(true);
    expect(told).toContain('~/.bash_profile is new');
    expect(told).toContain('~/.bashrc has other content');
    const flags = changes.find(({ id }) => id === 'GOFLAGS');
    expect(flags?.after).toMatchObject({ file: '~/.config/go/env', line: 1, origin: 'file' });
    // Go 1.27 says where its programs go also where GOBIN is not set.
    const allowed =
      /^(?:go|start:.*|GOFLAGS|GOPROXY|CC|GOBIN|GOTOOLCHAIN|compiler|path|profile:~\/\.bash\w+|profile:~\/\.profile)$/;
    expect(changes.map(({ id }) => id).filter((id) => !allowed.test(id))).toEqual([]);
    expect((await compare(one, a, a)).changes).toEqual([]);
  });

  it('let nothing out that is secret, nor where they are', async () => {
    const home = await homeWith(goroot ?? '');
    await home.write(
      '.config/go/env',
      'GOPROXY=https://me:hunter2@proxy.test,direct\nGOFLAGS=-ldflags=-X=main.token=t0ken123\n',
    );
    await home.write('.bash_profile', '. ~/.profile\nexport GITHUB_TOKEN=s3cret\n');
    const env = {
      GOAUTH: 'git',
      GOPRIVATE: 'https://ana:pa55w0rd@corp.test/x',
      GOCACHEPROG: '/usr/bin/cacheprog --token=c4che',
      MY_API_KEY: 'k3y',
      CC: 'gcc',
      DOCKER_HOST: 'tcp://me:d0cker@127.0.0.1:1',
    };
    const text = JSON.stringify(await take(home, goroot ?? '', env));
    expect(text).toContain('proxy.test');
    for (const secret of ['hunter2', 't0ken123', 's3cret', 'pa55w0rd', 'c4che', 'k3y', 'd0cker', home.home]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('the command line', () => {
  let line: CommandLine;
  let project: string;
  beforeEach(async () => {
    line = await CommandLine.make({ SHELL: '/bin/sh' });
    project = join(line.root, 'project');
    await mkdir(join(project, 'cmd'), { recursive: true });
    await writeFile(join(project, 'go.mod'), 'module example.test/p\n\ngo 1.20\n');
  });
  afterEach(() => line[Symbol.asyncDispose]());

  const burrow = (args: string[], env: Record<string, string> = {}) => {
    const PATH = `${line.env['PATH']}:${join(goroot ?? '', 'bin')}`;
    return line.run(args, { cwd: join(project, 'cmd'), env: { PATH, ...env } });
  };

  it('checks a baseline that stands above, with the exit code, the line and the command', async () => {
    expect(await burrow(['env', 'check'])).toMatchObject({ exitCode: 1 });
    const made = await burrow(['env', 'snapshot', '--baseline', '../burrow-env.json', '--json']);
    expect(JSON.parse(made.stdout)).toMatchObject({ file: join(project, 'burrow-env.json') });
    expect(await burrow(['env', 'check'])).toMatchObject({ exitCode: 0, stderr: '' });
    const drifted = await burrow(['env', 'check', '--json'], { GOFLAGS: '-mod=mod', GOPRIVATE: 'a.test' });
    expect(drifted.exitCode).toBe(3);
    const { findings } = JSON.parse(drifted.stdout) as { findings: DriftFinding[] };
    expect(findings.map(({ id }) => id)).toEqual(['GOFLAGS', 'GOPRIVATE']);
    expect(findings[0]).toMatchObject({
      severity: 'warning',
      evidence: [{ file: null, line: null, value: '-mod=mod' }],
      fix: null,
      message: 'GOFLAGS is -mod=mod instead of empty',
    });
    const summary = await burrow(['env', 'check', '--markdown'], { GOFLAGS: '-tags=a|b' });
    expect(summary.exitCode).toBe(3);
    expect(summary.stdout).toContain('| <code>GOFLAGS</code> |  | <code>-tags=a&#124;b</code> |');
  });

  it('keeps what has changed, compares it, and replaces no file of another kind', async () => {
    const file = join(project, 'cmd/x.json');
    await writeFile(file, '{"name":"mine"}');
    const refused = { exitCode: 1, stderr: expect.stringContaining('it is another kind of file') };
    expect(await burrow(['env', 'check', 'x.json'])).toMatchObject(refused);
    expect(await burrow(['env', 'snapshot', 'x.json'])).toMatchObject({ exitCode: 1 });
    expect(await readFile(file, 'utf8')).toBe('{"name":"mine"}');
    expect(await burrow(['env', 'snapshot', 'x.json', '--yes'])).toMatchObject({ exitCode: 0 });
    expect(await burrow(['env', 'diff', 'nothing.json'])).toMatchObject({ exitCode: 1 });
    expect(await burrow(['env', 'diff', 's7', 'x.json'])).toMatchObject({ exitCode: 2 });
    expect((await burrow(['env', 'snapshot'])).stdout).toContain('Kept as s1.');
    expect((await burrow(['env', 'diff', 'x.json', 's1'])).stdout).toContain('is the same as x.json');
    await writeFile(join(line.root, '.profile'), 'export X=1\n');
    expect((await burrow(['env', 'snapshot', '-'])).stdout).toContain('Kept as s2.');
    const listed = JSON.parse((await burrow(['env', 'snapshots', '--json'])).stdout);
    expect(listed).toMatchObject({
      total: 2,
      damaged: [],
      snapshots: [
        { id: 's2', changes: [{ id: 'profile:~/.profile' }] },
        { id: 's1', changes: null },
      ],
    });
    const { stdout } = await burrow(['--lang', 'zh-CN', 'env', 'diff', 's1', 'S2']);
    expect(stdout).toContain('新增了 ~/.profile');
  });
});

it.each(['before', 'after'])('is there whole, killed right %s it gets its name', async (when) => {
  const home = await ShellHome.make('/bin/sh');
  await using _ = home;
  const file = home.path('a.json');
  const old = JSON.stringify(exampleSnapshot());
  await writeFile(file, old);
  const program = fileURLToPath(new URL('../support/snapshot-child.ts', import.meta.url));
  const env = { ...home.system.env, ...compiledCode };
  const ended = await execa(process.execPath, [program, file, when], {
    env,
    extendEnv: false,
    reject: false,
  });
  expect(ended.signal, ended.stderr).toBe('SIGKILL');
  const now = await readFile(file, 'utf8');
  if (when === 'before') expect(now).toBe(old);
  else expect(JSON.parse(now)).toMatchObject({ format: 'burrow-environment', system: { os: 'linux' } });
});
