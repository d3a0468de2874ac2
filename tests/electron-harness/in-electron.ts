import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { commandTimeoutMs, waitTimeoutMs } from '#testing/limits';
import { painted, type RunningApp } from './running-app.ts';

const root = join(import.meta.dirname, '../..');

const binaries: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** The Electron of this machine, or why there is none to test with. */
export function realElectron(): { path: string } | { missing: string } {
  const electron = createRequire(import.meta.url).resolve('electron/package.json');
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, '../dist');
  const path = join(folder, binaries[process.platform] ?? 'electron');
  if (!existsSync(path)) return { missing: 'Electron’s runtime is not on this machine' };
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    return { missing: 'there is no display for Electron' };
  }
  return { path };
}

/** Starts the built app in a real Electron. */
export async function startInElectron(path: string, env: NodeJS.ProcessEnv): Promise<RunningApp> {
  const args = process.getuid?.() === 0 ? [root, '--no-sandbox'] : [root];
  const app = await _electron.launch({
    executablePath: path,
    args,
    env: env as Record<string, string>,
    timeout: commandTimeoutMs,
  });
  const page = await app.firstWindow({ timeout: commandTimeoutMs });
  page.setDefaultTimeout(waitTimeoutMs);
  await page.waitForSelector(painted);
  return {
    page,
    reports: [],
    async quit() {
      await app.close();
      return app.process().exitCode;
    },
  };
}
