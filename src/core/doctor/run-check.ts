import { failure, type FailureData, isFailure } from '#contract/failure';
import type { Check, Found, Scene } from './checks/index.ts';

/** What a check gave, with the fixes of what it found. */
export interface Ran {
  check: string;
  /** From its start to its answer. */
  ms: number;
  found: Found[];
  /** Why it has no answer; null: it has one. */
  unknown: FailureData | null;
}

/** Called with what a check threw that is no failure, and so a fault in Burrow. */
export type OnBug = (check: string, thrown: unknown) => Promise<void>;

/** ms after which a check without a limit of its own has no answer. */
const defaultTimeoutMs = 10_000;

/**
 * Runs a check to its end or its time limit, at which its signal aborts. Whatever it throws, it only makes this check
 * unknown, unless `signal` has aborted: then it throws that.
 */
export async function runCheck(check: Check, scene: Scene, signal: AbortSignal, onBug: OnBug): Promise<Ran> {
  const started = performance.now();
  const timeoutMs = check.timeoutMs ?? defaultTimeoutMs;
  const own = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const slow = failure('doctor.check-slow', { check: check.name, ms: timeoutMs });
  const timer = setTimeout(() => reject(slow), timeoutMs);
  const stop = (): void => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const answer = (found: Found[], unknown: FailureData | null): Ran => ({
    check: check.name,
    ms: Math.round(performance.now() - started),
    found,
    unknown,
  });
  try {
    signal.throwIfAborted();
    // A check that ignores its signal goes on, but nobody waits for it.
    const found = await Promise.race([check.run(scene, AbortSignal.any([signal, own.signal])), ended]);
    return answer(found, null);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (!isFailure(error)) await onBug(check.name, error);
    return answer([], reasonOf(error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    own.abort();
  }
}

function reasonOf(error: unknown): FailureData {
  if (isFailure(error)) return { code: error.code, params: error.params };
  return { code: 'internal', params: { detail: error instanceof Error ? error.message : String(error) } };
}
