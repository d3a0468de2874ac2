import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describeFailure } from '#contract/failure';
import type { Locale } from '#contract/locale';
import { TransferRate } from '#core/system';
import type { RuntimeMessage, RuntimeOutcome } from './outcome.ts';
import { progressLine } from './progress-line.ts';
import { StatusLine } from './status-line.ts';
import { type StartText, startTexts } from './text.ts';

/** ms of waiting for the window after which the browser is opened. */
const browserAfterMs = 3000;

interface Opening {
  /** The folder of the electron package. */
  electron: string;
  /** The built command line. */
  cli: string;
  /** For `burrow open` and `burrow serve`. */
  args: readonly string[];
  locale: Locale;
}

/**
 * Installs Electron's runtime and opens the app in its window; meanwhile, when that takes longer than a few seconds, or
 * when it fails, in the browser. Returns the exit code.
 */
export async function openWithRuntime({ electron, cli, args, locale }: Opening): Promise<number> {
  const text = startTexts[locale];
  const status = new StatusLine(process.stderr);
  const children = new Set<ChildProcess>();
  const forward = (signal: NodeJS.Signals) => children.forEach((child) => child.kill(signal));
  process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', leaveToChildren);
  const run = (command: 'open' | 'serve', output: 'inherit' | 'pipe'): ChildProcess => {
    const child = spawn(process.execPath, [cli, command, ...args], {
      stdio: ['inherit', output, output],
      env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    });
    return added(children, child);
  };
  try {
    const installer = added(
      children,
      fork(join(import.meta.dirname, 'process.ts'), [electron], {
        stdio: 'inherit',
        env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
      }),
    );
    const installed = outcomeOf(installer, shownOn(status, text, locale));
    const browser = (await isSoon(installed)) ? null : run('serve', 'pipe');
    if (browser) {
      for (const output of [browser.stdout, browser.stderr]) {
        output?.setEncoding('utf8').on('data', (chunk: string) => status.above(chunk));
      }
      status.above(`${text.meanwhile}\n`);
    }
    const outcome = await installed;
    status.end();
    status.above(`${said(outcome, text, locale)}\n`);
    if (outcome.kind === 'stopped') return browser ? await exitCode(browser) : 130;
    if (browser === null) return await exitCode(run('open', 'inherit'));
    if (outcome.kind === 'installed' && browser.exitCode === null) {
      status.above(`${text.window}\n`);
      await exitCode(run('open', 'inherit'));
      if (browser.exitCode === null) status.above(`${text.windowClosed}\n`);
    }
    return await exitCode(browser);
  } finally {
    process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', leaveToChildren);
  }
}

/** Ctrl-C: a terminal sends it to the children as well. */
function leaveToChildren(): void {}

/** Keeps a child in the set until it has ended. */
function added(children: Set<ChildProcess>, child: ChildProcess): ChildProcess {
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

async function exitCode(child: ChildProcess): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode ?? 130;
}

function isSoon(installed: Promise<unknown>): Promise<boolean> {
  return Promise.race([installed.then(() => true), pause(browserAfterMs, false, { ref: false })]);
}

async function outcomeOf(
  installer: ChildProcess,
  report: (message: RuntimeMessage) => void,
): Promise<RuntimeOutcome> {
  let outcome: RuntimeOutcome = { kind: 'stopped' };
  installer.on('message', (message: RuntimeMessage) => {
    if (message.kind === 'done') outcome = message.outcome;
    else report(message);
  });
  await once(installer, 'close');
  return outcome;
}

/** Shows the reports of the installer in the status line. */
function shownOn(status: StatusLine, text: StartText, locale: Locale): (message: RuntimeMessage) => void {
  const rate = new TransferRate(5000);
  return (message) => {
    if (message.kind === 'waiting') status.show(text.waiting, 'waiting');
    else if (message.kind === 'unpacking') status.show(text.unpacking, 'unpacking');
    else if (message.kind === 'progress') {
      const { bytes, totalBytes } = message;
      const bytesPerSecond = rate.at(performance.now(), bytes);
      const tenth = totalBytes === null ? null : Math.floor((10 * bytes) / totalBytes);
      status.show(progressLine({ bytes, totalBytes, bytesPerSecond }, text, locale), tenth);
    }
  };
}

function said(outcome: RuntimeOutcome, text: StartText, locale: Locale): string {
  if (outcome.kind === 'installed') return text.installed;
  if (outcome.kind === 'stopped') return text.kept;
  if (outcome.kind === 'not-unpacked') return text.failed(outcome.detail);
  const reason =
    outcome.kind === 'failed'
      ? describeFailure(outcome.failure, locale).message
      : text.wrongChecksum(outcome.url);
  return `${text.failed(reason)}\n${text.mirror}`;
}
