import { failure, isFailure } from '#contract/failure';
import type { ProxyTest } from '#contract/proxies';
import { proxyPresets } from '#contract/proxy-presets';
import { drain } from '#contract/streams';
import type { System } from '#core/system';
import { goSetting } from '#core/toolchains';
import type { ModuleVariables } from './route.ts';
import { defaultProxies, moduleVariables } from './settings.ts';
import { readModule, someModule, testList } from './test-list.ts';

/** How a preset does from here. */
export interface MeasuredPreset {
  /** Of `proxyPresets`. */
  name: string;
  /** GOPROXY; null: Go's default, so the variable is unset. */
  value: string | null;
  /**
   * Whether Go would get a module through its proxy, checked by the checksum database. null: not known, since only a Go
   * knows its default, and there is none here yet.
   */
  works: boolean | null;
  /** ms for one small file, the median of several requests; null: nothing was answered. */
  latencyMs: number | null;
  /** null: there was no answer in time, or nothing was asked. */
  verdict: ProxyTest['verdict'] | null;
}

/**
 * Asks Go's default and the mirrors among the presets for one small module, side by side, in the order of
 * `proxyPresets`, so that set-up can choose before anything is downloaded. Needs no Go: without one, the settings are
 * those of the environment and of Go's file. Changes nothing. `timeoutMs`: for all of them together; what has not
 * answered by then does not work. Failures: cancelled (by `signal`).
 */
export async function measurePresets(
  system: System,
  { dir, timeoutMs = 4000 }: { dir: string; timeoutMs?: number },
  signal?: AbortSignal,
): Promise<MeasuredPreset[]> {
  const { variables, goDefault } = await settingsOf(system, dir);
  const end = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
  const measured = proxyPresets.filter(({ name }) => name !== 'direct' && name !== 'off');
  return Promise.all(
    measured.map(async ({ name, value }) => {
      const goproxy = value ?? goDefault;
      if (goproxy === null) return { name, value, works: null, latencyMs: null, verdict: null };
      const test = await testedWithin(system, { ...variables, GOPROXY: goproxy }, timeoutMs, end);
      if (signal?.aborted) throw failure('cancelled', {});
      return {
        name,
        value,
        works: test?.verdict.kind === 'works',
        latencyMs: test?.proxies[0]?.latency?.median ?? null,
        verdict: test?.verdict ?? null,
      };
    }),
  );
}

/** null: time ran out. */
async function testedWithin(
  system: System,
  variables: ModuleVariables,
  patienceMs: number,
  signal: AbortSignal,
): Promise<ProxyTest | null> {
  try {
    return await drain(
      testList(system, { module: readModule(someModule), variables }, { patienceMs, signal }),
    );
  } catch (error) {
    if (isFailure(error, 'cancelled')) return null;
    throw error;
  }
}

/** The settings that the Go of a folder reads, and its default; without a Go, what can be known without one. */
async function settingsOf(
  system: System,
  dir: string,
): Promise<{ variables: ModuleVariables; goDefault: string | null }> {
  try {
    const [variables, goDefault] = await Promise.all([
      moduleVariables(system, dir),
      defaultProxies(system, dir),
    ]);
    return { variables, goDefault };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const set = async (name: string) => (await goSetting(system, name)) ?? '';
    const [GOSUMDB, GOPRIVATE, GOINSECURE] = await Promise.all(
      ['GOSUMDB', 'GOPRIVATE', 'GOINSECURE'].map(set),
    );
    return {
      variables: {
        GOPROXY: '',
        GOSUMDB: GOSUMDB || 'sum.golang.org',
        GOPRIVATE: GOPRIVATE ?? '',
        GONOPROXY: GOPRIVATE ?? '',
        GONOSUMDB: GOPRIVATE ?? '',
        GOINSECURE: GOINSECURE ?? '',
      },
      goDefault: null,
    };
  }
}
