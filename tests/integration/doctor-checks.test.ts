import { execa } from 'execa';
import { chmod, mkdir, mkdtemp, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { CheckReport, DoctorFinding } from '#contract/doctor';
import { whyNoGo } from '#testing/go-programs';
import { removeFolder } from '#testing/folders';
import { afterEach, beforeEach, expect, it, type TestContext } from 'vitest';

const launcher = join(import.meta.dirname, '../../bin/burrow');
const other = '4242';

/** As `--json` has it. */
interface Report {
  findings: (Omit<DoctorFinding, 'reason'> & { title: string })[];
  checks: Omit<CheckReport, 'findings'>[];
}

let root: string;
let home: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'burrow-doctor-'));
  // The other user enters it.
  await chmod(root, 0o755);
  home = join(root, 'home');
  await mkdir(home);
});

afterEach(() => removeFolder(root));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Runs a command as another user, in a world of mounts of its own in which `mounts` was run first. */
function asOther(mounts: string, command: readonly string[], env: Record<string, string>, cwd: string) {
  const user = ['setpriv', `--reuid=${other}`, `--regid=${other}`, '--clear-groups'];
  const given = Object.entries({ HOME: home, ...env }).map(([name, value]) => `${name}=${value}`);
  const whole = [...user, 'env', '-i', ...given, ...command];
  return execa('unshare', ['-m', 'sh', '-c', `${mounts}\nexec "$@"`, 'sh', ...whole], { cwd, reject: false });
}

/** What `burrow doctor --json` says there. */
async function examine(mounts: string, env: Record<string, string>, cwd: string) {
  const { stdout, exitCode } = await asOther(mounts, [launcher, 'doctor', '--json'], env, cwd);
  const report = JSON.parse(stdout) as Report;
  return { report, exitCode };
}

async function skipUnlessPossible(context: TestContext): Promise<void> {
  const tried = await asOther(
    'mount -t tmpfs none /mnt',
    ['git', '--version'],
    { PATH: process.env['PATH'] ?? '' },
    root,
  );
  if (tried.failed) context.skip('no process of another user with mounts of its own can be started here');
  const why = await whyNoGo();
  if (why !== null) context.skip(why);
}

const own = new Set([
  'build-cache-size',
  'c-compiler',
  'cache-owner',
  'clock',
  'container-engine',
  'disk-space',
  'git',
  'go-flags',
  'gopath',
  'netrc',
  'network-disk',
  'network-proxy',
  'noexec',
  'path-entries',
  'pkg-config',
  'tools-on-path',
  'work-folder',
]);

it('finds what is wrong with the disks, caches, programs and variables of a machine', {
  timeout: 60_000,
}, async (context) => {
  await skipUnlessPossible(context);
  const [project, bin, cache, work] = ['project', 'bin', 'cache', 'work'].map((name) => join(root, name));
  if (!project || !bin || !cache || !work) throw new Error('four folders');
  for (const folder of [bin, cache, work, join(root, 'open')]) await mkdir(folder);
  await chmod(join(root, 'open'), 0o777);
  // Programs that are there: no gcc among them.
  for (const name of ['git', 'go', 'pkg-config', 'sh', 'dirname', 'id']) {
    const { stdout } = await execa('which', [name], { reject: false });
    if (stdout) await symlink(stdout, join(bin, name));
  }
  await write(join(project, 'go.mod'), 'module example.com/project\n\ngo 1.20\n');
  const source = 'package main\n\n// #cgo pkg-config: zlib-of-nobody\nimport "C"\n\nfunc main() {}\n';
  await write(join(project, 'main.go'), source);
  await execa('git', ['init', '-q', project]);
  // Root's, as the project is: then Git refuses it to the other user.
  await write(join(home, 'go/pkg/mod/cache/download/example.com/x'), '');
  await write(join(home, 'go/go.mod'), '');
  await write(join(home, 'go/bin/mytool'), '');
  await chmod(join(home, 'go/bin/mytool'), 0o755);
  await write(join(home, '.netrc'), 'machine example.com login me password hunter22');
  await write(join(home, '.config/go/env'), 'GOFLAGS=-mod=vendor -trimpath\n');
  await utimes(join(project, 'go.mod'), new Date(), new Date(Date.now() + 86_400_000));
  const socket = join(home, '.docker/run/docker.sock');
  await mkdir(dirname(socket), { recursive: true });
  const engine = createServer(() => {}).listen(socket);
  await new Promise((resolve) => engine.once('listening', resolve));
  await chmod(socket, 0o777);
  await execa('chown', [other, home, join(home, '.config'), join(home, '.docker'), join(home, '.netrc')]);

  const mounts = `mount -t tmpfs -o noexec,mode=777,size=10m none ${work} && mount -t tmpfs -o mode=777,size=50m,nr_inodes=900 none ${cache}`;
  const env = {
    PATH: `${bin}::${join(root, 'open')}:/nowhere`,
    GOCACHE: cache,
    TMPDIR: work,
    HTTPS_PROXY: 'http://me:hunter22@127.0.0.1:1',
    NO_PROXY: 'x',
  };
  const started = performance.now();
  const { report, exitCode } = await examine(mounts, env, project);
  const took = performance.now() - started;
  engine.close();
  const found = report.findings.filter(({ check }) => own.has(check));
  const shown = found.map(
    ({ severity, check, title }) =>
      `${severity} ${check}: ${title.replaceAll(root, '').replace(/: at .*/, '')}`,
  );
  expect(shown.toSorted()).toEqual([
    'error c-compiler: The C compiler gcc is not there, and example.com/project needs it.',
    "error cache-owner: Go's module cache /home/go/pkg/mod has files of root.",
    "error disk-space: Only 10.5 MB are free for Go's temporary files (/work).",
    "error disk-space: Only 52.4 MB are free for Go's build cache (/cache).",
    "error disk-space: The disk of Go's build cache (/cache) can take only 899 more files.",
    'error git: git does not read /project, because it belongs to another user.',
    'error network-proxy: Nothing answers at http://***@127.0.0.1:1, the proxy of HTTPS_PROXY on this machine.',
    "error noexec: Programs may not be run from the disk of Go's temporary files (/work): /work is mounted noexec.",
    'error pkg-config: This project needs the C library zlib-of-nobody, which pkg-config does not know.',
    'info container-engine: Docker Desktop at unix:///home/.docker/run/docker.sock hangs: it accepts connections but does not answer.',
    'info path-entries: PATH names folders that do not exist: /nowhere.',
    'warning clock: /project/go.mod was changed in the future',
    'warning go-flags: GOFLAGS has -mod=vendor for every project.',
    'warning gopath: There is a go.mod in GOPATH itself: /home/go/go.mod.',
    'warning netrc: Other users of this machine can read the passwords in /home/.netrc.',
    'warning path-entries: Every user of this machine can put programs into /open, which is in PATH.',
    'warning path-entries: PATH has entries that are not absolute: "".',
    'warning tools-on-path: /home/go/bin is not in PATH, so no terminal finds mytool.',
  ]);
  expect(exitCode).toBe(3);
  expect(JSON.stringify(report)).not.toContain('hunter22');
  const line = found.find(({ check }) => check === 'pkg-config')?.evidence[0];
  expect(line).toEqual({
    file: join(project, 'main.go'),
    line: 3,
    value: '// #cgo pkg-config: zlib-of-nobody',
  });
  const checks = report.checks.filter(({ check }) => own.has(check));
  expect(checks.map(({ unknown }) => unknown)).toEqual(checks.map(() => null));
  // The hanging engine is waited for 2 s, and not for the 15 s of other requests.
  expect(Math.max(...checks.map(({ ms }) => ms))).toBeLessThan(6000);
  expect(took).toBeGreaterThan(2000);
});

it('finds nothing of the kind where all is well', { timeout: 60_000 }, async (context) => {
  await skipUnlessPossible(context);
  const project = join(home, 'project');
  await write(join(project, 'go.mod'), 'module example.com/project\n\ngo 1.20\n');
  await write(join(project, 'main.go'), 'package main\n\nfunc main() {}\n');
  await write(join(home, '.netrc'), 'machine example.com login me password mine');
  await chmod(join(home, '.netrc'), 0o600);
  await execa('git', ['init', '-q', project]);
  await execa('chown', ['-R', `${other}:${other}`, home]);
  const go = (await execa('which', ['go'])).stdout;
  const PATH = `${dirname(go)}:/usr/bin:/bin`;
  const { report } = await examine('', { PATH }, project);
  expect(report.findings.filter(({ check }) => own.has(check))).toEqual([]);
  expect(report.checks.filter(({ check }) => own.has(check))).toHaveLength(own.size);
});
