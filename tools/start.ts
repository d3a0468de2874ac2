import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chooseLocale } from '#contract/locale';
import { isInstalled } from './electron-runtime/installed.ts';
import { startTexts } from './electron-runtime/text.ts';
import { isOutdated } from './outdated.ts';

// `npm start` runs the app from a fresh clone: it builds if needed, installs Electron's runtime if there is a screen for
// it, and leaves the choice between window and browser to `burrow open`.

const root = join(import.meta.dirname, '..');
process.chdir(root);
const { env } = process;
const locale = chooseLocale([env.LC_ALL || env.LC_MESSAGES || env.LANG]);
const text = startTexts[locale];

// The build writes this file last.
if (isOutdated('out/renderer/index.html', ['src', 'resources', 'package.json', 'electron.vite.config.ts'])) {
  console.log(text.building);
  const built = await run(['node_modules/electron-vite/bin/electron-vite.js', 'build'], 'quiet');
  if (built.status !== 0) {
    console.error(built.output);
    console.error(text.buildFailed);
    process.exit(1);
  }
}

const given = process.argv.slice(2);
const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const cli = 'out/main/cli.js';
if (wantsRuntime() && !isInstalled(electron)) {
  const { openWithRuntime } = await import('./electron-runtime/open.ts');
  process.exitCode = await openWithRuntime({ electron, cli, args: given, locale });
} else {
  process.exitCode = (await run([cli, 'open', ...given], 'shown')).status;
}

/** Runs a Node program to its end and forwards signals, so that nothing outlives `npm start`. */
async function run(args: string[], output: 'quiet' | 'shown') {
  const child = spawn(process.execPath, args, {
    stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...env, NODE_USE_ENV_PROXY: '1' },
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

/** Whether a window could be opened with a runtime that is downloaded. */
function wantsRuntime(): boolean {
  if (env.ELECTRON_OVERRIDE_DIST_PATH || env.ELECTRON_SKIP_BINARY_DOWNLOAD) return false;
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
