import { existsSync } from 'node:fs';
import path from 'node:path';
import { installation, type System } from '#core/system';
import type { Host } from './host.ts';
import { replaceProcess } from './replace-process.ts';

/** The runtime in the electron package, by system. */
const binaries: Record<System['os'], string> = {
  linux: 'electron',
  darwin: 'Electron.app/Contents/MacOS/Electron',
  windows: 'electron.exe',
};

/** The Electron runtime of this checkout, or why it cannot be used. */
export function electronHere(
  system: Pick<System, 'os' | 'env'>,
): { path: string } | { path: null; why: 'no-screen' | 'no-runtime' } {
  if (system.os === 'linux' && !system.env.DISPLAY && !system.env.WAYLAND_DISPLAY) {
    return { path: null, why: 'no-screen' };
  }
  const chosen = system.env.ELECTRON_OVERRIDE_DIST_PATH;
  const electron = path.join(installation(), 'node_modules/electron');
  const binary = path.join(chosen ?? path.join(electron, 'dist'), binaries[system.os]);
  // The package's installer writes path.txt last, so a runtime without it may be incomplete.
  const isWhole = chosen !== undefined || existsSync(path.join(electron, 'path.txt'));
  return isWhole && existsSync(binary) ? { path: binary } : { path: null, why: 'no-runtime' };
}

/** Runs the app until its window is closed. Returns the exit code. */
export function runElectron(host: Host, binary: string): Promise<number> {
  return replaceProcess(host, binary, [installation()], {});
}
