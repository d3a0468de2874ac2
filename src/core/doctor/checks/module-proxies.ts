import type { GoEnvironment } from '#contract/environment';
import type { ProxyMistake } from '#contract/proxies';
import { proxySettings, setVariables } from '#core/environment';
import { maskedValue } from '#core/profiles';
import { changeVariables } from './change-variables.ts';
import type { Check, Fix, Found, Scene } from './check.ts';
import { goEnvironment } from './known-facts.ts';
import { reasonOf } from './reason.ts';

const severities: Record<ProxyMistake['kind'], Found['severity']> = {
  nothing: 'error',
  'unknown-database': 'error',
  'database-of-proxy': 'error',
  'no-direct': 'warning',
  'unreachable-after': 'warning',
  'not-private': 'warning',
  off: 'info',
};

/** What tutorials get wrong about GOPROXY and GOSUMDB. */
export const moduleProxies: Check = {
  name: 'module-proxies',
  run: async (scene, signal) => {
    const listed = await goEnvironment(scene, signal);
    return listed === null ? [] : mistakesIn(scene, listed, signal);
  },
};

async function mistakesIn(
  scene: Scene,
  { dir, variables, surprises }: GoEnvironment,
  signal: AbortSignal,
): Promise<Found[]> {
  const settings = await proxySettings(scene.system, dir, signal);
  // A value that Go itself refuses is told with the variables.
  const told = new Set(surprises.filter(({ severity }) => severity !== 'notice').map(({ name }) => name));
  return Promise.all(
    settings.mistakes
      .filter(({ name }) => !told.has(name))
      .map(async (mistake) => {
        const origin = variables.find(({ name }) => name === mistake.name)?.origin;
        const { file = null, line = null } = origin ?? {};
        return {
          about: `${mistake.kind} ${mistake.name}=${mistake.value}`,
          severity: severities[mistake.kind],
          reason: reasonOf('doctor.proxy-mistake', { mistake }),
          evidence: [{ file, line, value: `${mistake.name}=${mistake.value}` }],
          fix: await fixOf(scene, mistake, origin?.kind),
        };
      }),
  );
}

async function fixOf(
  { system }: Scene,
  { name, value, right }: ProxyMistake,
  origin: string | undefined,
): Promise<Fix | null> {
  // With a password in it, the right value would be written without.
  if (right === null || maskedValue(name, right) !== right) return null;
  // GOPRIVATE is mostly not set yet.
  if (origin === 'file' || origin === 'default') return changeVariables(system, 'go', { [name]: right });
  const ours = await setVariables(system);
  const isOurs = ours.some((each) => each.place === 'shell' && each.name === name && each.value === value);
  if (isOurs) return changeVariables(system, 'shell', { [name]: right });
  // Which line sets it takes the start of a shell to find out.
  return { kind: 'command', command: `burrow env explain ${name}` };
}
