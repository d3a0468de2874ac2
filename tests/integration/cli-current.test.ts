import { execa } from 'execa';
import { readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { onPath as programOnPath } from '#testing/on-path';

const { os, arch } = localSystem();
let burrow: CommandLine;
let shims: string;

/** A person with bash, Burrow's Go 1.26.1 as the default, and another Go in a folder of their own. */
beforeEach(async () => {
  burrow = await CommandLine.make({ SHELL: '/bin/bash', TERM: 'xterm' });
  shims = join(burrow.home, 'shims');
  await writeGoroot(join(burrow.root, 'other'), fakeGo('go1.20.3', { os, arch }));
  await writeGoroot(join(burrow.root, 'theirs'), fakeGo('go1.26.1', { os, arch }));
});
afterEach(() => burrow[Symbol.asyncDispose]());

async function setUp(): Promise<void> {
  await burrow.run(['adopt', join(burrow.root, 'theirs')]);
  await burrow.run(['use', '1.26.1', '--global']);
}
/** PATH with these folders before Node's. */
function path(...folders: string[]): { env: { PATH: string } } {
  return { env: { PATH: [...folders, join(burrow.root, 'bin')].join(':') } };
}
const other = () => join(burrow.root, 'other/bin');
const first = (text: string) => text.split('\n').slice(0, 2);

it('says nothing more where the shims are first, also by another name of their folder', async () => {
  await setUp();
  await symlink(shims, join(burrow.root, 'linked'));
  for (const folder of [shims, `${shims}/`, join(burrow.root, 'linked')]) {
    const { stdout } = await burrow.run(['current'], path(folder, other()));
    expect(stdout).toMatch(/^go1\.26\.1 {2}\/.*\nbecause of .*\/default:1: /);
    const { document } = await burrow.json(['current'], path(folder, other()));
    expect(document).toMatchObject({ onPath: { kind: 'shim', version: 'go1.26.1', problem: null } });
  }
});

it('says first which other Go stands in front, and never that it is shadowed', async () => {
  await setUp();
  const { stdout, exitCode } = await burrow.run(['current'], path(other(), shims));
  expect(exitCode).toBe(0);
  expect(stdout.split('\n')).toEqual([
    `This terminal runs go1.20.3 (${other()}/go), not the Go that Burrow selects. ${other()} is in front of ${shims} in PATH.`,
    'Run `burrow shell findings`: it names the line, and how to comment it out.',
    '',
    expect.stringMatching(/^Burrow selects go1\.26\.1 {2}\/.*\/bin\/go$/),
    expect.stringMatching(/^because of .*\/default:1: /),
  ]);
  const { document } = await burrow.json(['current'], path(other(), shims));
  expect(document).toMatchObject({
    version: 'go1.26.1',
    onPath: {
      kind: 'other',
      go: join(other(), 'go'),
      version: 'go1.20.3',
      problem: { code: 'which-go.not-burrows', params: { why: 'in-front', next: 'findings' } },
    },
    candidates: expect.arrayContaining([
      expect.objectContaining({ file: join(other(), 'go'), outcome: 'runs' }),
    ]),
  });
  expect(JSON.stringify(document)).not.toContain('shadowed');
  const behind = await burrow.json(['current'], path(shims, other()));
  expect(behind.document).toMatchObject({
    candidates: expect.arrayContaining([
      expect.objectContaining({ file: join(other(), 'go'), outcome: 'shadowed' }),
    ]),
  });
});

it('says that nothing runs, and which step is next, until a new terminal is all that is missing', async () => {
  const none = await burrow.run(['current']);
  expect(none.exitCode).toBe(127);
  expect(first(none.stdout)).toEqual([
    `This terminal finds no Go. ${shims} is not in PATH.`,
    'Run `burrow setup`.',
  ]);
  await setUp();
  expect(first((await burrow.run(['current'])).stdout)).toEqual([
    `This terminal finds no Go. ${shims} is not in PATH.`,
    'Run `burrow shell apply`, then open a new terminal.',
  ]);
  await burrow.run(['shell', 'apply', '--yes', '--shell', 'bash']);
  const profile = join(burrow.root, '.bashrc');
  expect(await readFile(profile, 'utf8')).toContain('burrow');
  const chinese = await burrow.run(['current', '--lang', 'zh-CN'], path(other()));
  expect(first(chinese.stdout)).toEqual([
    `此终端运行的是 go1.20.3（${other()}/go），而不是 Burrow 选定的 Go。PATH 中没有 ${shims}。`,
    `${profile} 中已有 Burrow 的内容，请打开新终端。如果没有变化，请运行 \`burrow current --explain\`。`,
  ]);
});

it('runs no program that it finds', async () => {
  await setUp();
  const ran = join(burrow.root, 'ran');
  const go = await burrow.write('strange/go', `#!/bin/sh\necho >'${ran}'\n`, 0o755);
  const { document } = await burrow.json(['current'], path(join(burrow.root, 'strange'), shims));
  expect(document).toMatchObject({ onPath: { kind: 'other', go, version: null } });
  await expect(readFile(ran)).rejects.toThrow('ENOENT');
});

const realGo = programOnPath('go');

it.skipIf(realGo === null)(
  'names the version that a real Go in front prints, with its own switching',
  async () => {
    await setUp();
    await burrow.write('theirs/bin/go', '#!/bin/sh\necho "theirs $*"\n', 0o755);
    const folder = dirname(realGo ?? '');
    const env = {
      ...path(folder, shims).env,
      GOFLAGS: '',
      GOENV: 'off',
      GOCACHE: join(burrow.root, 'cache'),
    };
    const known: unknown[] = [];
    // With the second, it finds Burrow's launcher on PATH, and switches.
    for (const GOTOOLCHAIN of ['local', 'go1.26.1']) {
      const how = { env: { ...env, GOTOOLCHAIN } };
      const { stdout } = await execa(join(folder, 'go'), ['env', 'GOVERSION'], {
        cwd: burrow.root,
        env: { ...burrow.env, ...how.env },
        extendEnv: false,
        reject: false,
      });
      const { document } = await burrow.json(['current'], how);
      const { onPath: runs } = document as { onPath: { go: string; version: string } };
      expect(runs).toMatchObject({ kind: 'other', go: join(folder, 'go') });
      known.push([runs.version, stdout]);
    }
    expect(known).toEqual([
      [expect.stringMatching(/^go1\./), expect.stringMatching(/^go1\./)],
      ['go1.26.1', 'theirs env GOVERSION'],
    ]);
    const [[version, printed]] = known as [[string, string]];
    expect(version).toBe(printed);
  },
);

interface Place {
  mode: string;
  found: {
    version: string;
    onPath: { kind: string; version: string | null; problem: { message: string } | null };
  } | null;
  unknown: { code: string; message: string } | null;
}

/** What a new terminal starts, and the whole text. */
async function explain(
  how = path(shims),
): Promise<{ place: Place | undefined; text: string; here: unknown }> {
  const { document } = await burrow.json(['current', '--explain'], how);
  const { places, onPath } = document as { places: Place[]; onPath: unknown };
  const { stdout } = await burrow.run(['current', '--explain'], how);
  return { place: places.find(({ mode }) => mode === 'login-interactive'), text: stdout, here: onPath };
}

it('asks the login shell as well, which may be right where this terminal is not', async () => {
  await setUp();
  await burrow.run(['shell', 'apply', '--yes', '--shell', 'bash']);
  const { place, text, here } = await explain(path(other()));
  expect(place?.found?.onPath).toMatchObject({ kind: 'shim', version: 'go1.26.1', problem: null });
  expect(here).toMatchObject({ problem: { hint: expect.stringMatching(/^Open a new terminal/) } });
  expect(text).toMatch(/^this terminal {3,}go1\.20\.3 {2,}\/.*\/other\/bin\/go$/m);
  expect(text).toMatch(/^login shell \(bash\) {2,}go1\.26\.1 {2,}\/.*\/shims\/go$/m);
  expect(text).toMatch(/^apps from the desktop {2,}/m);
});

it('names the line of the profile that puts another Go in front', async () => {
  await setUp();
  await burrow.run(['shell', 'apply', '--yes', '--shell', 'bash']);
  const profile = join(burrow.root, '.profile');
  const lines = `${await readFile(profile, 'utf8')}\n# mine\nexport PATH='${other()}':$PATH\n`;
  await burrow.write('.profile', lines);
  const { place, text } = await explain();
  const line = lines.split('\n').findIndex((each) => each.startsWith("export PATH='")) + 1;
  expect(place?.found?.onPath.problem?.message).toBe(
    `A new terminal runs go1.20.3 (${other()}/go), not the Go that Burrow selects. ${other()} is in front of ${shims} in PATH (${profile}:${line}).`,
  );
  expect(text).toContain(`(${profile}:${line}).\nRun \`burrow shell findings\``);
});

it.each([
  ["alias go='/opt/go run'", 'an alias', 'runs an alias for `go`'],
  ['go() { command go "$@"; }', 'a function', 'runs a function for `go`'],
])('says what hides the program: %s', async (line, shown, message) => {
  await setUp();
  await burrow.run(['shell', 'apply', '--yes', '--shell', 'bash']);
  await burrow.write('.profile', `${await readFile(join(burrow.root, '.profile'), 'utf8')}\n${line}\n`);
  const { place, text } = await explain();
  expect(place?.found?.onPath.problem?.message).toContain(`A new terminal ${message}`);
  expect(text).toMatch(new RegExp(`^login shell \\(bash\\) {2,}${shown}`, 'm'));
});

it('does not know what a shell runs that gives no answer, and says why', async () => {
  await setUp();
  await burrow.write('.profile', 'exit 0\n');
  const { place, text } = await explain();
  expect(place).toMatchObject({ found: null, unknown: { code: 'environment.shell-silent' } });
  expect(text).toMatch(/^login shell \(bash\) {2,}unknown {2,}\/bin\/bash ended without an answer\.$/m);
});
