import { failure } from '#contract/failure';
import type { EditorLink } from '#contract/editor-link';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { folderOf } from './folder.ts';

/** Prints to stderr the links for editors whose target has changed. */
export function remarkLinks(links: readonly EditorLink[], host: Host): void {
  const text = host.text.link;
  for (const { folder, version } of links) {
    host.remark(version === null ? paint.warn(text.away(folder)) : text.moved(folder, version));
  }
}

function listed(links: readonly EditorLink[], host: Host): string {
  const { link: text, common } = host.text;
  if (links.length === 0) return text.empty;
  const columns = [{ title: text.path }, { title: common.column.version }, { title: text.folder }];
  const rows = links.map(({ folder, path: at, version }) => [
    at,
    version ?? paint.warn(text.nowhere),
    paint.faint(folder),
  ]);
  return table(columns, rows);
}

async function link(host: Host, _args: string[], options: Options): Promise<void> {
  const { switching } = host.client;
  const { signal } = host;
  const text = host.text.link;
  if (options.list && (options.remove || options.dir !== undefined)) {
    throw failure('usage.invalid', { detail: text.listAlone, see: 'burrow link --help' });
  }
  if (options.list) {
    const result = await switching.links(undefined, { signal });
    answer(host, result, () => listed(result.links, host));
    return;
  }
  const dir = folderOf(host, options);
  if (options.remove) {
    const result = await switching.unlink({ dir }, { signal });
    answer(host, result, () => (result.removed ? text.removed(dir) : text.none(dir)));
    return;
  }
  const result = await switching.link({ dir }, { signal });
  const { path: made, version, goroot } = result.link;
  // Only the path goes to stdout, to be pasted or read by a script.
  if (!host.json) host.remark(text.leads(version ?? '', goroot ?? ''));
  answer(host, result, () => made);
}

export function linkCommands(to: Registrar): void {
  const text = to.text;
  to.add('link', text.link.help.summary, link, (command) =>
    command
      .option('--dir <dir>', text.common.options.dir)
      .option('--remove', text.link.help.remove)
      .option('--list', text.link.help.list),
  );
}
