import { type Failure, failure, isFailure } from '#contract/failure';
import { isGoVariable, knownVariables } from '#contract/go-variables';
import type { System } from '#core/system';
import { readSystemdEnvironment } from './systemd.ts';

/** ms; both answer at once, or not at all. */
const timeoutMs = 5000;

/** launchd's own, unless `launchctl config user path` or `launchctl setenv` changed it. */
const launchdPath = '/usr/bin:/bin:/usr/sbin:/sbin';
/** launchctl tells one variable at a time (launchctl(1)); the form of `launchctl print` may change. */
const askLaunchd =
  'for name; do value=$(/bin/launchctl getenv "$name") && printf "%s=%s\\0" "$name" "$value"; done';

/**
 * PATH and Go's variables as an app gets them that the Dock or a launcher starts: on a Mac those of launchd; on Linux
 * those of the user's systemd, into which desktops put the environment of the session. Where neither answers,
 * environment.no-desktop. Failures: cancelled.
 */
export async function desktopEnvironment(
  system: System,
  signal?: AbortSignal,
): Promise<Record<string, string> | Failure> {
  if (system.os === 'windows') return failure('environment.no-desktop', {});
  const ask = system.os === 'darwin' ? launchd : systemd;
  try {
    return (await ask(system, signal)) ?? failure('environment.no-desktop', {});
  } catch (error) {
    if (!isFailure(error) || isFailure(error, 'cancelled')) throw error;
    return failure('environment.no-desktop', {}, error);
  }
}

async function launchd(system: System, signal?: AbortSignal): Promise<Record<string, string>> {
  const { stdout } = await system.run({
    file: '/bin/sh',
    args: ['-c', askLaunchd, 'sh', 'PATH', ...knownVariables],
    timeoutMs,
    ...(signal && { signal }),
  });
  const pairs = stdout.split('\0').map((each): [string, string] => {
    const equals = each.indexOf('=');
    return [each.slice(0, Math.max(equals, 0)), each.slice(equals + 1)];
  });
  // It prints nothing for a variable that is not set.
  return { PATH: launchdPath, ...relevant(pairs.filter(([, value]) => value !== '')) };
}

async function systemd(system: System, signal?: AbortSignal): Promise<Record<string, string> | null> {
  const { exitCode, stdout } = await system.run({
    file: 'systemctl',
    args: ['--user', 'show-environment'],
    timeoutMs,
    ...(signal && { signal }),
  });
  const found = exitCode === 0 ? readSystemdEnvironment(stdout) : new Map<string, string>();
  // Without a display it belongs to a session over ssh, which starts no apps.
  const isDesktop = Boolean(found.get('DISPLAY') || found.get('WAYLAND_DISPLAY'));
  return isDesktop ? relevant(found) : null;
}

function relevant(pairs: Iterable<readonly [string, string | undefined]>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of pairs) {
    if (value !== undefined && (name === 'PATH' || isGoVariable(name))) found[name] = value;
  }
  return found;
}
