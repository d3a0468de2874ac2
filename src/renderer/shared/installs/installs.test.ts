import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '#contract/failure';
import type { InstallRun, InstallRunEvent } from '#contract/install-runs';
import type { InstallRequest, InstallResult, Toolchain } from '#contract/toolchains';

/** Stands in for the host. */
const host = {
  lastId: 0,
  calls: [] as string[],
  refuses: null as unknown,
  say: (_event: InstallRunEvent): void => {},
};

const described = (request: InstallRequest, given: Partial<InstallRun> = {}): InstallRun => ({
  id: host.lastId,
  request,
  state: 'running',
  progress: null,
  startedAt: '2026-11-29T12:00:00.000Z',
  result: null,
  error: null,
  ...given,
});

async function* watch() {
  for (;;) {
    yield await new Promise<InstallRunEvent>((resolve) => {
      host.say = resolve;
    });
  }
}

vi.mock('#shared/client.ts', () => ({
  client: {
    installs: {
      watch: async () => watch(),
      async start(request: InstallRequest) {
        host.calls.push(`start ${request.version} ${request.arch ?? ''}`);
        if (host.refuses !== null) throw host.refuses;
        host.lastId += 1;
        return { run: described(request) };
      },
      cancel: async ({ id }: { id: number }) => void host.calls.push(`cancel ${id}`),
      dismiss: async ({ id }: { id: number }) => void host.calls.push(`dismiss ${id}`),
    },
  },
  orpc: {
    toolchains: { key: () => ['toolchains'] },
    switching: { key: () => ['switching'] },
    native: { key: () => ['native'] },
    tools: { key: () => ['tools'] },
  },
}));

const {
  afterEvent,
  cancelInstall,
  currentInstalls,
  dismissInstall,
  followInstalls,
  onInstalled,
  startInstall,
} = await import('./installs.ts');
void followInstalls(new AbortController().signal);

const go = { version: 'go1.27.0' };
const progress = {
  version: 'go1.27.0',
  phase: 'downloading' as const,
  bytes: 40,
  totalBytes: 100,
  bytesPerSecond: null,
  source: null,
  building: null,
};
const result: InstallResult = {
  toolchain: { version: 'go1.27.0', path: '/goroot' } as Toolchain,
  already: false,
  warnings: [],
};

/** The host says how the install with the newest number goes. */
async function hears(given: Partial<InstallRun>, request: InstallRequest = go): Promise<void> {
  host.say({ type: 'run', run: described(request, given) });
  await new Promise((passed) => setTimeout(passed));
}

/** The only install on the list, once the host knows it. */
async function only() {
  await vi.waitFor(() => expect(currentInstalls().map(({ run }) => run)).toEqual([host.lastId]));
  return currentInstalls()[0];
}

beforeEach(() => {
  for (const { id } of currentInstalls()) dismissInstall(id);
  host.calls.length = 0;
  host.refuses = null;
});

describe('startInstall', () => {
  it('shows the install at once, then its progress, until the toolchain is installed', async () => {
    const arrived = vi.fn();
    const stop = onInstalled(arrived);
    startInstall(go);
    expect(currentInstalls()).toMatchObject([{ version: 'go1.27.0', state: 'running', progress: null }]);
    await only();
    await hears({ progress });
    expect(await only()).toMatchObject({ state: 'running', progress: { bytes: 40 } });
    await hears({ state: 'installed', result });
    await vi.waitFor(() => expect(currentInstalls()).toEqual([]));
    expect(arrived).toHaveBeenCalledOnce();
    stop();
  });

  it('says that an install has ended which the host never said to be running', async () => {
    const arrived = vi.fn();
    const stop = onInstalled(arrived);
    startInstall(go);
    await hears({ state: 'installed', result: { ...result, already: true } });
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce());
    stop();
  });

  it('does not start the same install twice, but starts others beside it', async () => {
    startInstall(go);
    startInstall(go);
    startInstall({ ...go, arch: 'arm64' });
    expect(currentInstalls()).toHaveLength(2);
    expect(host.calls).toEqual(['start go1.27.0 ', 'start go1.27.0 arm64']);
  });

  it('keeps a failed install on the list, with the reason, until it is started again', async () => {
    startInstall(go);
    await only();
    const error = failure('download.status', { url: 'https://go.dev/dl/', status: 500 });
    await hears({ state: 'failed', error: { code: error.code, params: error.params } });
    expect(await only()).toMatchObject({ state: 'failed', error });
    startInstall(go);
    expect(currentInstalls()).toMatchObject([{ state: 'running', run: null }]);
    expect(currentInstalls()[0]?.error).toBeUndefined();
  });

  it('has failed if the host cannot be asked', async () => {
    host.refuses = failure('connection.lost', {});
    startInstall(go);
    await vi.waitFor(() =>
      expect(currentInstalls()).toMatchObject([{ state: 'failed', error: host.refuses }]),
    );
  });
});

describe('cancelInstall', () => {
  it('asks the host, also before it has said the number', async () => {
    startInstall(go);
    cancelInstall('go1.27.0  ');
    expect(currentInstalls()).toMatchObject([{ state: 'cancelling' }]);
    await vi.waitFor(() => expect(host.calls).toEqual(['start go1.27.0 ', `cancel ${host.lastId}`]));
    await hears({ state: 'cancelled', progress });
    expect(await only()).toMatchObject({ state: 'cancelled', progress: null });
  });
});

describe('a page that is loaded while installs run', () => {
  it.each([
    ['running', 1],
    ['failed', 1],
    ['installed', 0],
    ['cancelled', 0],
  ] as const)('shows one that is %s: %i', (state, shown) => {
    const run = described(go, { id: 7, state });
    expect(afterEvent([], { type: 'run', run })).toHaveLength(shown);
  });

  it('removes what another page has dismissed', () => {
    const shown = afterEvent([], { type: 'run', run: described(go, { id: 7, state: 'failed' }) });
    expect(afterEvent(shown, { type: 'gone', id: 7 })).toEqual([]);
    expect(afterEvent(shown, { type: 'gone', id: 6 })).toEqual(shown);
  });
});
