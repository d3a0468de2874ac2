import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drain } from '#contract/streams';
import type { OutputChunk } from '../system.ts';
import { run, stream } from './processes.ts';

const env = { PATH: process.env['PATH'], HOME: '/nowhere' };
const sh = (script: string) => ({ file: 'sh', args: ['-c', script] });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-processes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A script that starts a grandchild, writes its pid to `folder/pid`, and waits for it. */
const family = (): string => `sleep 60 & echo $! > '${folder}/pid'; echo started; wait`;

async function grandchildIsGone(): Promise<boolean> {
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  for (let attempt = 0; attempt < 100; attempt++) {
    // A zombie that was not reaped is dead, too.
    if (!existsSync(`/proc/${pid}/stat`) || / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))
      return true;
    await sleep(20);
  }
  return false;
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
    const { stdout } = await run({ file: 'printf', args: ['%s|', 'a b', '$HOME', '; ls', ''] }, env);
    expect(stdout).toBe('a b|$HOME|; ls||');
  });

  test('writes the input, and closes it', async () => {
    expect((await run({ file: 'cat', args: [], input: '世界' }, env)).stdout).toBe('世界');
    expect((await run({ file: 'cat', args: [] }, env)).stdout).toBe('');
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
    ['a program that is not there', { file: 'burrow-no-such-program', args: [] }, 'process.not-found'],
    ['a path that is not there', { file: '/no/such/program', args: [] }, 'process.not-found'],
    ['a folder that is not there', { ...sh('true'), cwd: '/no/such/folder' }, 'folder.not-found'],
    ['a timeout', { ...sh('sleep 60'), timeoutMs: 50 }, 'process.timed-out'],
    ['a signal that has aborted', { ...sh('sleep 60'), signal: AbortSignal.abort() }, 'cancelled'],
    ['a signal that aborts', { ...sh('sleep 60'), signal: AbortSignal.timeout(50) }, 'cancelled'],
  ])('fails for %s', async (_, command, code) => {
    await expect(run(command, env)).rejects.toMatchObject({ code });
  });

  test('fails for a file that is not executable', async () => {
    const file = join(folder, 'plain');
    writeFileSync(file, 'not a program', { mode: 0o644 });
    await expect(run({ file, args: [] }, env)).rejects.toMatchObject({ code: 'process.not-allowed' });
  });

  test.each([
    ['an abort', { signal: AbortSignal.timeout(300) }],
    ['the timeout', { timeoutMs: 300 }],
  ])('ends grandchildren with %s', async (_, end) => {
    await expect(run({ ...sh(family()), ...end }, env)).rejects.toThrow();
    expect(await grandchildIsGone()).toBe(true);
  });
});

describe('stream', () => {
  test('yields pieces in order, and the exit code', async () => {
    const script = 'echo a; sleep 0.1; echo b >&2; sleep 0.1; echo c; exit 4';
    expect(await collect(stream(sh(script), env))).toEqual({
      seen: [
        { stream: 'stdout', text: 'a\n' },
        { stream: 'stderr', text: 'b\n' },
        { stream: 'stdout', text: 'c\n' },
      ],
      exitCode: 4,
    });
  });

  test('yields output while the program still runs', async () => {
    const chunks = stream(sh('echo early; sleep 60'), env);
    expect((await chunks.next()).value).toEqual({ stream: 'stdout', text: 'early\n' });
    await chunks.return({ exitCode: 0, durationMs: 0 });
  });

  test('never splits a character', async () => {
    // The three bytes of 世, one at a time.
    const script = "for byte in '\\344' '\\270' '\\226'; do printf \"$byte\"; sleep 0.05; done";
    const { seen } = await collect(stream(sh(script), env));
    expect(seen).toEqual([{ stream: 'stdout', text: '世' }]);
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
    expect(await grandchildIsGone()).toBe(true);
  });

  test('ends grandchildren when its signal aborts', async () => {
    const stop = new AbortController();
    const chunks = stream({ ...sh(family()), signal: stop.signal }, env);
    await chunks.next();
    stop.abort();
    await expect(chunks.next()).rejects.toMatchObject({ code: 'cancelled' });
    expect(await grandchildIsGone()).toBe(true);
  });

  test('fails for a program that is not there', async () => {
    const chunks = stream({ file: 'burrow-no-such-program', args: [] }, env);
    await expect(collect(chunks)).rejects.toMatchObject({ code: 'process.not-found' });
  });
});
