import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isOutdated } from './outdated.ts';

// `npm start` runs the app from a fresh clone: it builds if needed, downloads Electron's runtime if there is a screen
// for it, and leaves the choice between window and browser to `burrow open`.

const root = join(import.meta.dirname, '..');
process.chdir(root);

// The build writes this file last.
if (isOutdated('out/renderer/index.html', ['src', 'resources', 'package.json', 'electron.vite.config.ts'])) {
  console.log('Building Burrow…');
  const built = await run(
    process.execPath,
    ['node_modules/electron-vite/bin/electron-vite.js', 'build'],
    'quiet',
  );
  if (built.status !== 0) {
    console.error(built.output);
    console.error('The build failed; see above.');
    process.exit(1);
  }
}

if (hasScreen() && !hasElectron()) {
  console.log("Downloading Electron's runtime…");
  // One attempt with a timeout: if it cannot be reached, Burrow opens in the browser instead.
  await run(process.execPath, ['node_modules/electron/install.js'], 'quiet', 60_000);
}

const opened = await run(process.execPath, ['out/main/cli.js', 'open', ...process.argv.slice(2)], 'shown');
process.exitCode = opened.status;

/** Runs a program to its end and forwards signals, so that nothing outlives `npm start`. */
async function run(file: string, args: string[], output: 'quiet' | 'shown', timeoutMs?: number) {
  const child = spawn(file, args, {
    stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  let written = '';
  child.stdout?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  let interrupted = false;
  // A terminal sends Ctrl-C to the child as well, so it is not forwarded.
  const interrupt = () => (interrupted = true);
  process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', interrupt);
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', interrupt);
  if (code === null && interrupted) process.exit(130);
  return { status: code ?? 1, output: written };
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function hasElectron(): boolean {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return true;
  // The installer writes this file last, so an interrupted download does not count.
  const electron = createRequire(import.meta.url).resolve('electron/package.json');
  return existsSync(join(electron, '../path.txt'));
}
