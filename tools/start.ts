import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isOutdated } from './outdated.ts';

// `npm start`: the app from a fresh clone, with nothing to know. Builds when needed, gets Electron's runtime when
// there is a screen for it, and leaves the choice between window and browser to `burrow open`.

const root = join(import.meta.dirname, '..');
process.chdir(root);

if (isOutdated('out/main/cli.js', ['src', 'resources', 'package.json', 'electron.vite.config.ts'])) {
  console.log('Building Burrow…');
  const built = run(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build'], 'quiet');
  if (built.status !== 0) {
    console.error(built.output);
    console.error('The build failed; see above.');
    process.exit(1);
  }
}

if (hasScreen() && !hasElectron()) {
  console.log("Getting Electron's runtime…");
  // One try with a limit: on a network that does not reach it, Burrow opens in the browser instead.
  run(process.execPath, ['node_modules/electron/install.js'], 'quiet', 60_000);
}

const opened = run(process.execPath, ['out/main/cli.js', 'open', ...process.argv.slice(2)], 'shown');
process.exitCode = opened.status ?? 1;

function run(file: string, args: string[], output: 'quiet' | 'shown', timeoutMs?: number) {
  const result = spawnSync(file, args, {
    stdio: output === 'shown' ? 'inherit' : 'pipe',
    encoding: 'utf8',
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  return { status: result.status, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function hasElectron(): boolean {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return true;
  // The installer writes this file last, so that a download that was cut off does not count.
  const electron = createRequire(import.meta.url).resolve('electron/package.json');
  return existsSync(join(electron, '../path.txt'));
}
