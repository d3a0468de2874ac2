import type { VariableOrigin } from '#contract/environment';
import { proxyPresets } from '#contract/proxy-presets';
import type { System } from '#core/system';
import { goSetting, parseProxies, readUserEnvFile, settingsOf } from '#core/toolchains';

/** GOPROXY as Go reads it. */
export interface Goproxy {
  /** With its secrets; null: Go's default, which stands in a Go, where there is none yet. */
  value: string | null;
  origin: VariableOrigin | null;
  /** Of proxyPresets; null: the user's own. */
  preset: string | null;
  /** The user set it. */
  isSet: boolean;
}

/** Which GOPROXY is in effect, without running a Go. */
export async function goproxyHere(system: System): Promise<Goproxy> {
  const [set] = settingsOf('GOPROXY', system.env, [await readUserEnvFile(system)]);
  if (set && set.value !== '') {
    const kind = set.file === null ? ('environment' as const) : ('file' as const);
    const origin = { kind, file: set.file, line: set.line, from: null };
    return { value: set.value, origin, preset: presetOf(set.value), isSet: true };
  }
  const { GOPROXY: _empty, ...env } = system.env;
  const value = await goSetting({ ...system, env }, 'GOPROXY');
  return { value, origin: null, preset: 'default', isSet: false };
}

/** The preset with this value; null: none has it. Pure. */
function presetOf(value: string): string | null {
  const same = (other: string | null) =>
    other !== null && JSON.stringify(parseProxies(other)) === JSON.stringify(parseProxies(value));
  return proxyPresets.find((each) => same(each.value))?.name ?? null;
}
