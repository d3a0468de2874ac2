import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLocalClient } from '#api';
import { drain } from '#contract/streams';
import { localSystem, type System } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { plantFile, releasePipes } from '#testing/hostile-files';
import { whyNoGo } from '#testing/go-programs';
import { waitTimeoutMs } from '#testing/limits';
import { stressed } from '#testing/stress';

/** ms that a signal may take here; on a quiet machine it is less than one second. */
const signalTimeoutMs = 10_000;

let noGo: string | null;
let goroot: string;
let burrow: CommandLine;

beforeAll(async () => {
  noGo = await whyNoGo();
  if (noGo) return;
  goroot = (await execa('go', ['env', 'GOROOT'])).stdout;
});

beforeEach(async () => {
  burrow = await CommandLine.make();
  await burrow.write('p/go.mod', 'module example.com/p\n\ngo 1.21\n');
  await burrow.write('p/main.go', 'package main\n\nfunc main() {}\n');
});

afterEach(async () => {
  releasePipes();
  await burrow[Symbol.asyncDispose]();
});

type Running = ReturnType<CommandLine['start']>;

/** The machine's Go, which gets less time. */
const impatient = (): System => {
  const system = localSystem();
  const env = { ...burrow.env, PATH: `${goroot}/bin:/usr/bin:/bin`, GOFLAGS: '', GOENV: 'off' };
  const run: System['run'] = (command) =>
    system.run({ ...command, timeoutMs: Math.min(command.timeoutMs ?? Infinity, 5000) });
  return { ...system, env, home: burrow.root, cwd: burrow.root, run };
};

/** Makes all threads with which Node reads files wait for a pipe, once the command line has started. */
async function stuck(args: readonly string[], until: RegExp): Promise<{ running: Running }> {
  const pipe = join(burrow.root, 'pipe');
  if (!existsSync(pipe)) await plantFile('a named pipe', pipe);
  const preload = await burrow.write(
    'stuck.mjs',
    `import { open } from 'node:fs';
setTimeout(() => {
  for (let i = 0; i < 8; i++) open(${JSON.stringify(pipe)}, 'r', () => {});
  process.stderr.write('stuck\\n');
}, 1000);
`,
  );
  const env = { NODE_OPTIONS: `--import=${pathToFileURL(preload).href}` };
  const running = burrow.start(args, { env });
  let said = '';
  for (const stream of [running.stdout, running.stderr])
    stream.on('data', (piece) => (said += String(piece)));
  await vi.waitUntil(() => until.test(said) && said.includes('stuck'), waitTimeoutMs);
  return { running };
}

const build = async (): Promise<unknown> => {
  await using client = createLocalClient(impatient());
  return drain(await client.builds.run({ dir: join(burrow.root, 'p'), args: [] }), () => undefined).then(
    () => 'built',
    (error: unknown) => error,
  );
};

describe('building', () => {
  it('refuses a pipe in the place of go.work before Go waits for it', async ({ skip }) => {
    if (noGo) skip(noGo);
    const path = join(burrow.root, 'p/go.work');
    await plantFile('a named pipe', path);
    expect(await build()).toMatchObject({ code: 'file.unusable', params: { path, reason: 'special' } });
    expect(releasePipes()).toBe(0);
  });

  it('ends a Go that waits for a pipe among the files', async ({ skip }) => {
    if (noGo) skip(noGo);
    await plantFile('a named pipe', join(burrow.root, 'p/a.go'));
    expect(await build()).toMatchObject({ code: 'process.timed-out', params: { ms: 5000 } });
    // Nobody waits for it any more.
    expect(releasePipes()).toBe(0);
  });
});

describe('a signal', () => {
  let right = 0;
  let tried = 0;
  let slowest = 0;
  afterAll(() =>
    console.log(
      `stress: signals while something hangs: ${right} of ${tried} ended the process, the slowest after ${slowest} ms`,
    ),
  );

  const all: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  // In a normal run, each wait meets one signal: one handler takes all three.
  const only = (signal: NodeJS.Signals) => stressed([signal], all);

  async function endsAt(signal: NodeJS.Signals, { running }: { running: Running }): Promise<void> {
    tried += 1;
    const at = performance.now();
    running.kill(signal);
    const { exitCode, signal: ended } = await running;
    const took = Math.round(performance.now() - at);
    slowest = Math.max(slowest, took);
    expect(took).toBeLessThan(signalTimeoutMs);
    expect(exitCode === 130 || exitCode === 0 || ended === 'SIGINT', `${exitCode} ${ended}`).toBe(true);
    right += 1;
  }

  it.each(only('SIGTERM'))('%s ends a server whose threads wait for a pipe', async (signal) => {
    await endsAt(signal, await stuck(['serve', '--no-open'], /http:/));
  });

  it.each(only('SIGINT'))('%s ends a command whose threads wait for a pipe', async (signal) => {
    // It asks this Go, which takes its time, and then reads files.
    await burrow.write('bin/go', '#!/bin/sh\nexec /bin/sleep 3\n', 0o755);
    await endsAt(signal, await stuck(['current'], /stuck/));
  });

  it.each(only('SIGHUP'))('%s ends a command with a program that ignores it', async (signal) => {
    const pid = join(burrow.root, 'pid');
    await burrow.write(
      'bin/go',
      `#!/bin/sh\ntrap '' INT TERM HUP\n/bin/sh -c 'trap "" TERM; echo $$ >"${pid}"; while :; do /bin/sleep 1; done'\n`,
      0o755,
    );
    const running = burrow.start(['current']);
    await vi.waitUntil(() => existsSync(pid), waitTimeoutMs);
    await endsAt(signal, { running });
    const stat = `/proc/${(await readFile(pid, 'utf8')).trim()}/stat`;
    await expect
      .poll(() =>
        readFile(stat, 'utf8').then(
          (text) => !/\) Z /.test(text),
          () => false,
        ),
      )
      .toBe(false);
  });

  it.for(only('SIGINT'))('%s ends a build whose Go waits for a pipe', async (signal, { skip }) => {
    if (noGo) skip(noGo);
    const dir = join(burrow.root, 'p');
    await plantFile('a named pipe', join(dir, 'a.go'));
    const env = { PATH: `${burrow.env['PATH']}:${goroot}/bin:/usr/bin:/bin`, GOFLAGS: '', GOENV: 'off' };
    const running = burrow.start(['build'], { cwd: dir, env });
    await vi.waitUntil(() => isListing(dir), waitTimeoutMs);
    await endsAt(signal, { running });
    await expect.poll(() => isListing(dir)).toBe(false);
    expect(releasePipes()).toBe(0);
  });
});

/** Whether a `go list` runs in the folder. */
async function isListing(dir: string): Promise<boolean> {
  const lists = async (pid: string): Promise<boolean> => {
    const [cwd, args] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => ''),
      readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    ]);
    return cwd === dir && args.split('\0')[1] === 'list';
  };
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return (await Promise.all(pids.map(lists))).includes(true);
}
