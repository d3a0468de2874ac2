import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isOutdated } from './outdated.ts';

// `npm start`: the app from a fresh clone, with nothing to know. Builds when needed, gets Electron's runtime when
// there is a screen for it, and leaves the choice between window and browser to `burrow open`.

const root = join(import.meta.dirname, '..');
process.chdir(root);

// The page is what the build writes last.
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
  console.log("Getting Electron's runtime…");
  // One try with a limit: on a network that does not reach it, Burrow opens in the browser instead.
  await run(process.execPath, ['node_modules/electron/install.js'], 'quiet', 60_000);
}

const opened = await run(process.execPath, ['out/main/cli.js', 'open', ...process.argv.slice(2)], 'shown');
process.exitCode = opened.status;

/** Runs a program to its end and passes our signals on, so that nothing outlives `npm start`. */
async function run(file: string, args: string[], output: 'quiet' | 'shown', timeoutMs?: number) {
  const child = spawn(file, args, {
    stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  let interrupted = false;
  // A terminal sends Ctrl-C to the child as well; it needs no second one.
  const interrupt = () => (interrupted = true);
  process.on('SIGTERM', passOn).on('SIGHUP', passOn).on('SIGINT', interrupt);
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('SIGTERM', passOn).off('SIGHUP', passOn).off('SIGINT', interrupt);
  if (code === null && interrupted) process.exit(130);
  return { status: code ?? 1, output: said };
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
