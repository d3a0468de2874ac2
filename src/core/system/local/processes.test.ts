import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { drain } from '#contract/streams';
import { waitTimeoutMs } from '#testing/limits';
import type { OutputChunk } from '../system.ts';
import { bytesOf, run, stream } from './processes.ts';

const env = { PATH: process.env['PATH'], HOME: '/nowhere' };
const sh = (script: string) => ({ file: 'sh', args: ['-c', script], timeoutMs: null });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-processes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A script that starts a grandchild, writes its pid to `folder/pid`, and waits for it. */
const family = (): string => `sleep 60 & echo $! > '${folder}/pid'; echo started; wait`;

const grandchild = (): string => {
  const file = join(folder, 'pid');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
};

/** Waits until the grandchild is gone. */
async function grandchildEnds(): Promise<void> {
  const stat = `/proc/${grandchild()}/stat`;
  // A zombie that was not reaped is also dead.
  await expect.poll(() => existsSync(stat) && !/ Z /.test(readFileSync(stat, 'utf8'))).toBe(false);
}

async function collect(chunks: AsyncGenerator<OutputChunk, { exitCode: number }>) {
  const seen: OutputChunk[] = [];
  const { exitCode } = await drain(chunks, (chunk) => seen.push(chunk));
  return { seen, exitCode };
}

describe('run', () => {
  test('collects both streams, and a non-zero exit code is a result', async () => {
    const finished = await run(sh('echo out; echo err >&2; exit 3'), env);
    expect(finished).toMatchObject({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' });
    expect(finished.durationMs).toBeGreaterThan(0);
  });

  test('passes arguments unchanged', async () => {
    const { stdout } = await run(
      { file: 'printf', args: ['%s|', 'a b', '$HOME', '; ls', ''], timeoutMs: null },
      env,
    );
    expect(stdout).toBe('a b|$HOME|; ls||');
  });

  test('writes the input, and closes it', async () => {
    expect((await run({ file: 'cat', args: [], input: '世界', timeoutMs: null }, env)).stdout).toBe('世界');
    expect((await run({ file: 'cat', args: [], timeoutMs: null }, env)).stdout).toBe('');
  });

  test('has the given environment and nothing else', async () => {
    process.env['BURROW_TEST_LEAK'] = '1';
    const { stdout } = await run({ ...sh('env'), env: { PATH: env.PATH, ONLY: 'this' } }, env);
    delete process.env['BURROW_TEST_LEAK'];
    expect(stdout).toContain('ONLY=this');
    expect(stdout).not.toMatch(/HOME=|BURROW_TEST_LEAK/);
  });

  test('reports a death by signal as shells do', async () => {
    expect((await run(sh('kill -9 $$'), env)).exitCode).toBe(137);
  });

  test.each([
    [
      'a program that is not there',
      { file: 'burrow-no-such-program', args: [], timeoutMs: null },
      'process.not-found',
    ],
    [
      'a path that is not there',
      { file: '/no/such/program', args: [], timeoutMs: null },
      'process.not-found',
    ],
    ['a folder that is not there', { ...sh('true'), cwd: '/no/such/folder' }, 'folder.not-found'],
    ['a timeout', { ...sh('sleep 60'), timeoutMs: 50 }, 'process.timed-out'],
    ['a signal that has aborted', { ...sh('sleep 60'), signal: AbortSignal.abort() }, 'cancelled'],
    ['a signal that aborts', { ...sh('sleep 60'), signal: AbortSignal.timeout(50) }, 'cancelled'],
  ])('fails for %s', async (_, command, code) => {
    await expect(run(command, env)).rejects.toMatchObject({ code });
  });

  test('fails for a program that is not there, also where a folder of PATH cannot be searched', async (ctx) => {
    if (process.geteuid?.() === 0) ctx.skip('root may search every folder');
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o000 });
    const command = { file: 'burrow-no-such-program', args: [], timeoutMs: null };
    const PATH = `${closed}:/usr/bin:/bin`;
    await expect(run(command, { ...env, PATH })).rejects.toMatchObject({ code: 'process.not-found' });
    chmodSync(closed, 0o700);
  });

  test.each([
    '.',
    '',
    ':',
    ':.',
    'bin',
    './bin:',
    '../planted',
    '.:/usr/bin:/bin',
    '/usr/bin:/bin:',
    undefined,
  ])('never runs a program of the working folder, with PATH=%s', async (PATH) => {
    mkdirSync(join(folder, 'bin'));
    for (const path of ['planted', 'bin/planted', 'cat']) {
      writeFileSync(join(folder, path), `#!/bin/sh\necho ran >> '${folder}/ran'\n`, { mode: 0o755 });
    }
    const how = { cwd: folder, env: { PATH }, timeoutMs: null };
    await expect(run({ file: 'planted', args: [], ...how }, env)).rejects.toMatchObject({
      code: 'process.not-found',
    });
    await expect(collect(stream({ file: 'planted', args: [], ...how }, env))).rejects.toMatchObject({
      code: 'process.not-found',
    });
    // Nor does a program that it started.
    await run({ file: '/bin/sh', args: ['-c', 'cat </dev/null; planted'], ...how }, env);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  test('fails for a file that is not executable', async () => {
    const file = join(folder, 'plain');
    writeFileSync(file, 'not a program', { mode: 0o644 });
    await expect(run({ file, args: [], timeoutMs: null }, env)).rejects.toMatchObject({
      code: 'process.not-allowed',
    });
  });

  test('ends grandchildren with an abort', async () => {
    const stop = new AbortController();
    const running = run({ ...sh(family()), signal: stop.signal }, env);
    await Promise.all([
      expect(running).rejects.toMatchObject({ code: 'cancelled' }),
      vi.waitUntil(grandchild, waitTimeoutMs).then(() => stop.abort()),
    ]);
    await grandchildEnds();
  });

  test('ends grandchildren with the timeout', async () => {
    // On a busy machine the first timeouts may expire before there is a grandchild.
    for (let timeoutMs = 50; grandchild() === ''; timeoutMs *= 2) {
      const running = run({ ...sh(family()), timeoutMs }, env);
      await expect(running).rejects.toMatchObject({ code: 'process.timed-out' });
    }
    await grandchildEnds();
  });
});

describe('stream', () => {
  test('yields pieces in order, and the exit code', async () => {
    // The script continues once its output has been seen.
    const [b, c] = [join(folder, 'b'), join(folder, 'c')];
    execFileSync('mkfifo', [b, c]);
    const chunks = stream(sh(`echo a; read x <${b}; echo b >&2; read x <${c}; echo c; exit 4`), env);
    expect((await chunks.next()).value).toEqual({ stream: 'stdout', text: 'a\n' });
    writeFileSync(b, '\n');
    expect((await chunks.next()).value).toEqual({ stream: 'stderr', text: 'b\n' });
    writeFileSync(c, '\n');
    expect(await collect(chunks)).toEqual({ seen: [{ stream: 'stdout', text: 'c\n' }], exitCode: 4 });
  });

  test('yields output while the program still runs', async () => {
    const chunks = stream(sh('echo early; sleep 60'), env);
    expect((await chunks.next()).value).toEqual({ stream: 'stdout', text: 'early\n' });
    await chunks.return({ exitCode: 0, durationMs: 0 });
  });

  test('never splits a character', async () => {
    // Lines of 13 bytes, so that some pieces of whole kilobytes end within a character.
    const { seen } = await collect(stream(sh('yes 世世世世 | head -c 1300000'), env));
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.map(({ text }) => text).join('')).toBe('世世世世\n'.repeat(100_000));
  });

  test('loses nothing of a large output', async () => {
    const { seen } = await collect(stream(sh('yes 0123456789 | head -c 5000000'), env));
    expect(seen.reduce((sum, chunk) => sum + chunk.text.length, 0)).toBe(5_000_000);
  });

  test('ends grandchildren when its reader stops', async () => {
    for await (const chunk of stream(sh(family()), env)) {
      expect(chunk.text).toBe('started\n');
      break;
    }
    await grandchildEnds();
  });

  test('ends grandchildren when its signal aborts', async () => {
    const stop = new AbortController();
    const chunks = stream({ ...sh(family()), signal: stop.signal }, env);
    await chunks.next();
    stop.abort();
    await expect(chunks.next()).rejects.toMatchObject({ code: 'cancelled' });
    await grandchildEnds();
  });

  test('fails for a program that is not there', async () => {
    const chunks = stream({ file: 'burrow-no-such-program', args: [], timeoutMs: null }, env);
    await expect(collect(chunks)).rejects.toMatchObject({ code: 'process.not-found' });
  });
});

/** A script with a job, which is in a process group of its own, and so is not killed with the shell. */
const withJob = (): string => `set -m; sleep 60 & echo $! >> '${folder}/jobs'`;
const jobs = (): number[] => {
  const file = join(folder, 'jobs');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
};

test.each(['a timeout', 'a signal'])(
  '%s does not wait for a job that keeps the output open',
  async (what) => {
    const startedAt = performance.now();
    const how = () =>
      what === 'a signal' ? { timeoutMs: null, signal: AbortSignal.timeout(1000) } : { timeoutMs: 1000 };
    const code = what === 'a signal' ? 'cancelled' : 'process.timed-out';
    await expect(run({ ...sh(withJob()), ...how() }, env)).rejects.toMatchObject({ code });
    await expect(collect(stream({ ...sh(withJob()), ...how() }, env))).rejects.toMatchObject({ code });
    expect(performance.now() - startedAt).toBeLessThan(30_000);
    for (const pid of jobs()) process.kill(pid);
    expect(jobs().length).toBeGreaterThan(0);
  },
);

describe('bytes', () => {
  test('arrive as they were written, and the exit code after them', async () => {
    const output = bytesOf({ ...sh("printf 'a\\377\\000b'; echo no >&2; exit 3"), env });
    const pieces: Buffer[] = [];
    let next = await output.next();
    for (; !next.done; next = await output.next()) pieces.push(next.value);
    expect(Buffer.concat(pieces)).toEqual(Buffer.from([97, 255, 0, 98]));
    expect(next.value).toEqual({ exitCode: 3 });
  });

  test('end with the signal', async () => {
    const stop = new AbortController();
    const output = bytesOf({ ...sh('echo a; sleep 60'), env, signal: stop.signal });
    expect((await output.next()).value).toEqual(Buffer.from('a\n'));
    stop.abort();
    await expect(output.next()).rejects.toMatchObject({ code: 'cancelled' });
  });
});
