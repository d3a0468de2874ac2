import { devNull } from 'node:os';
import { failure, isFailure } from '#contract/failure';
import type { ManagedChange } from '#core/profiles';
import { goFor, type RunnableGo } from '#core/switching';
import { maskSecrets, type System } from '#core/system';

/** Whose values only a Go knows: its experiments, and which systems and processors it builds for together. */
const askedNames = ['GOOS', 'GOARCH', 'GOEXPERIMENT'];

/**
 * Has Go judge the values that only it can, by letting it write them to where nothing is kept. `present`: what its file
 * has. Where no Go runs here, nothing is asked. Failures: environment.value-invalid, with Go's words.
 */
export async function refuseWithGo(
  system: System,
  present: ReadonlyMap<string, { value: string }>,
  changes: ManagedChange,
): Promise<void> {
  const [name] = askedNames.filter((each) => changes[each]);
  if (name === undefined || system.os === 'windows') return;
  const go = await goHere(system);
  if (go === null) return;
  const asked = askedNames.flatMap((each) => {
    const value = changes[each] === undefined ? present.get(each)?.value : changes[each];
    return value ? [`${each}=${value}`] : [];
  });
  // Those of the environment would win.
  const free = Object.fromEntries(askedNames.map((each) => [each, undefined]));
  const ran = await system.run({
    file: go.path,
    args: ['env', '-w', ...asked],
    cwd: system.cwd,
    env: { ...go.env, ...free, GOENV: devNull, GOTOOLCHAIN: 'local' },
    timeoutMs: 60_000,
  });
  // What else is wrong with this Go, `burrow env list` says.
  const detail = /unsupported GOOS\/GOARCH.*|unknown GOEXPERIMENT.*/.exec(ran.stderr)?.[0];
  if (ran.exitCode === 0 || detail === undefined) return;
  const wrong = /GOEXPERIMENT/.test(detail) ? 'GOEXPERIMENT' : name;
  const value = changes[wrong] ?? '';
  throw failure('environment.value-invalid', {
    name: wrong,
    value,
    why: 'go',
    detail: maskSecrets(detail),
  });
}

async function goHere(system: System): Promise<RunnableGo | null> {
  try {
    return await goFor(system, system.cwd);
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
}
