import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { System } from '#core/system';
import type { Host } from './host.ts';
import { replaceProcess } from './replace-process.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

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
  const folder = system.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(checkout, 'node_modules/electron/dist');
  const binary = path.join(folder, binaries[system.os]);
  return existsSync(binary) ? { path: binary } : { path: null, why: 'no-runtime' };
}

/** Runs the app until its window is closed. Returns the exit code. */
export function runElectron(host: Host, binary: string): Promise<number> {
  return replaceProcess(host, binary, [checkout], {});
}
