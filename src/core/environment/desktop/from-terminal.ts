import type { System } from '#core/system';

/**
 * Whether a shell started this process, perhaps through other programs, so that its environment is what profiles made
 * of it. Every terminal sets TERM; launchd, and the launchers of Linux desktops, do not. A Linux process without TERM
 * and without a display is a service or runs in CI, which have their own environment. Pure.
 */
export function isFromTerminal({ os, env }: Pick<System, 'os' | 'env'>): boolean {
  // A profile that starts Burrow must not make it ask a shell, which would start Burrow.
  if (env['BURROW_RESOLVING_ENVIRONMENT']) return true;
  if (env['TERM'] && env['TERM'] !== 'dumb') return true;
  if (os === 'darwin') return false;
  return os !== 'linux' || !(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
