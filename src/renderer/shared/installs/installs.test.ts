import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import type { InstallRequest, InstallResult, Toolchain } from '#contract/toolchains';

/** One install, controlled by the test. */
interface Call {
  signal: AbortSignal;
  progress(bytes: number): void;
  finish(): void;
  fail(error: unknown): void;
}

type Step = () => IteratorResult<InstallProgress, InstallResult>;

const calls: Call[] = [];

function throwing(error: unknown): Step {
  return () => {
    throw error;
  };
}

function install(_request: InstallRequest, { signal }: { signal: AbortSignal }) {
  const steps: Step[] = [];
  let wake: (() => void) | undefined;
  const push = (step: Step) => {
    steps.push(step);
    wake?.();
  };
  signal.addEventListener('abort', () => push(throwing(failure('cancelled', {}))));
  calls.push({
    signal,
    progress: (bytes) =>
      push(() => ({
        done: false,
        value: {
          version: 'go1.27.0',
          phase: 'downloading',
          bytes,
          totalBytes: 100,
          bytesPerSecond: null,
          source: null,
          building: null,
        },
      })),
    finish: () =>
      push(() => ({
        done: true,
        value: { toolchain: { version: 'go1.27.0' } as Toolchain, already: false, warnings: [] },
      })),
    fail: (error) => push(throwing(error)),
  });
  return {
    async next() {
      while (steps.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return steps.shift()?.();
    },
  };
}

vi.mock('#shared/client.ts', () => ({
  client: { toolchains: { install: async (...args: Parameters<typeof install>) => install(...args) } },
  orpc: {
    toolchains: { key: () => ['toolchains'] },
    switching: { key: () => ['switching'] },
    native: { key: () => ['native'] },
    tools: { key: () => ['tools'] },
  },
}));

/** Stands in for the window's session storage. */
const kept = new Map<string, string>();
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});

const { cancelInstall, currentInstalls, dismissInstall, onInstalled, resumeInstalls, startInstall } =
  await import('./installs.ts');
const { rememberedUnderWay } = await import('./under-way.ts');

/** The only install on the list. */
function only() {
  const [first, ...others] = currentInstalls();
  expect(others).toEqual([]);
  return first;
}

function callOf(index: number): Promise<Call> {
  return vi.waitUntil(() => calls[index]);
}

beforeEach(async () => {
  for (const { id } of currentInstalls()) cancelInstall(id);
  await vi.waitFor(() => {
    for (const { id, state } of currentInstalls()) if (state !== 'cancelling') dismissInstall(id);
    expect(currentInstalls()).toEqual([]);
  });
  calls.length = 0;
});

describe('startInstall', () => {
  it('follows the progress and leaves the list when the toolchain is installed', async () => {
    const arrived = vi.fn();
    const stop = onInstalled(arrived);
    startInstall({ version: '1.27' });
    const call = await callOf(0);
    call.progress(40);
    await vi.waitFor(() => expect(only()?.progress?.bytes).toBe(40));
    expect(only()?.version).toBe('go1.27.0');
    call.finish();
    await vi.waitFor(() => expect(currentInstalls()).toEqual([]));
    expect(arrived).toHaveBeenCalledOnce();
    stop();
  });

  it('does not start the same install twice, but starts others in parallel', async () => {
    startInstall({ version: 'go1.27.0' });
    startInstall({ version: 'go1.27.0' });
    startInstall({ version: 'go1.27.0', os: 'linux', arch: 'arm64' });
    await callOf(1);
    expect(calls).toHaveLength(2);
    expect(currentInstalls()).toHaveLength(2);
  });

  it('keeps a failed install on the list, with the reason, until it is started again', async () => {
    const error = failure('download.status', { url: 'https://go.dev/dl/', status: 500 });
    startInstall({ version: 'go1.27.0' });
    (await callOf(0)).fail(error);
    await vi.waitFor(() => expect(only()?.state).toBe('failed'));
    expect(only()?.error).toBe(error);
    startInstall({ version: 'go1.27.0' });
    expect(only()).toMatchObject({ state: 'running', progress: null });
    expect(only()?.error).toBeUndefined();
    (await callOf(1)).finish();
    await vi.waitFor(() => expect(currentInstalls()).toEqual([]));
  });
});

describe('cancelInstall', () => {
  it('aborts the call, after which it can be started again', async () => {
    startInstall({ version: 'go1.27.0' });
    const call = await callOf(0);
    cancelInstall(only()?.id ?? '');
    expect(only()?.state).toBe('cancelling');
    expect(call.signal.aborted).toBe(true);
    await vi.waitFor(() => expect(only()?.state).toBe('cancelled'));
    startInstall({ version: 'go1.27.0' });
    await callOf(1);
    expect(only()?.state).toBe('running');
  });
});

describe('resumeInstalls', () => {
  it('starts the installs that were running when the page was left, and no others', async () => {
    for (const version of ['go1.27.0', 'go1.26.1', 'go1.25.3']) startInstall({ version });
    (await callOf(0)).finish();
    cancelInstall(currentInstalls().find(({ version }) => version === 'go1.26.1')?.id ?? '');
    await vi.waitFor(() => expect(rememberedUnderWay()).toEqual([{ version: 'go1.25.3' }]));
    (await callOf(2)).finish();
    await vi.waitFor(() => expect(rememberedUnderWay()).toEqual([]));

    kept.set('burrow.installs', '[{"version":"go1.24.9","from":"proxy"}]');
    resumeInstalls();
    await callOf(3);
    expect(currentInstalls()).toMatchObject([
      { state: 'cancelled' },
      { request: { version: 'go1.24.9', from: 'proxy' }, state: 'running' },
    ]);
  });

  it.each(['', '{'])('starts nothing if the stored value is invalid: %s', (invalid) => {
    kept.set('burrow.installs', invalid);
    resumeInstalls();
    expect(currentInstalls()).toEqual([]);
  });
});
