import { failure } from '#contract/failure';
import { installCommand } from '#contract/install-command';
import type { UseResult } from '#contract/switching';
import { answer, failureJson } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import type { Options, Registrar } from '../program.ts';
import { decided, place } from '../words/resolution.ts';
import { typed } from '../words/version.ts';
import { folderOf } from './folder.ts';
import { remarkOutdatedTools } from './tools.ts';

/** What a version file pinned: its first line that is more than a comment. */
function firstLine(previous: string): string {
  const lines = previous.split('\n').map((line) => line.replace(/#.*/, '').trim());
  return typed(lines.find((line) => line !== '') ?? '');
}

function usedWords({ file, version, previous }: UseResult, host: Host): string {
  const text = host.text.use;
  const now = typed(version);
  const before = previous === null ? now : firstLine(previous);
  const what = version === 'system' ? text.system : `Go ${now}`;
  return text.done(what, file, before === now ? null : before);
}

function wrongUse(detail: string): Error {
  return failure('usage.invalid', { detail, see: 'burrow use --help' });
}

async function use(host: Host, args: string[], options: Options): Promise<void> {
  const text = host.text.use;
  const [version] = args;
  const global = options.global === true;
  if (global && options.dir !== undefined) throw wrongUse(text.globalAlone);
  if (options.unset) {
    if (version !== undefined) throw wrongUse(text.unsetAlone);
    return unset(host, { dir: folderOf(host, options), global });
  }
  if (version === undefined) throw wrongUse(host.text.program.usage.missingArgument('<version>'));
  const result = await host.client.switching.use(
    { version, global, ...(global ? {} : { dir: folderOf(host, options) }) },
    { signal: host.signal },
  );
  for (const other of result.outranked.filter(({ disagrees }) => disagrees)) {
    host.remark(paint.warn(text.outranked(place(other), other.text)));
  }
  if (result.variable !== null) host.remark(paint.warn(text.variable(result.variable)));
  if (!result.installed) {
    const wanted = typed(result.version);
    const command = installCommand[host.locale](wanted, result.installs);
    host.remark(paint.warn(wanted === 'system' ? text.noSystem : text.install(wanted, command)));
  }
  answer(host, result, () => usedWords(result, host));
  if (global && result.installed) await remarkOutdatedTools(host);
}

/** Removes a pin, and prints what runs now. */
async function unset(host: Host, { dir, global }: { dir: string; global: boolean }): Promise<void> {
  const result = await host.client.switching.unpin({ dir, global }, { signal: host.signal });
  const { file, previous, now } = result;
  const text = host.text.use;
  answer(host, result, () => {
    const done = previous === null ? text.nothing(file) : text.removed(file, firstLine(previous));
    const runs = decided(now, host);
    return [done, ...(runs ? [text.now(dir), runs] : [])].join('\n');
  });
  if (!now.problem || host.json) return;
  const { message, hint } = failureJson(now.problem, host.locale);
  host.remark(`${paint.warn(message)}\n${hint}`);
}

export function useCommands(to: Registrar): void {
  const text = to.text;
  to.add('use', text.use.help.summary, use, (command) =>
    command
      .argument('[version]', text.use.help.version)
      .option('--global', text.use.help.global)
      .option('--unset', text.use.help.unset)
      .option('--dir <dir>', text.common.options.dir),
  );
}
