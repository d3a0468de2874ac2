import path from 'node:path';
import { failure } from '#contract/failure';
import { shellWord } from '#contract/shell-word';
import type { FoundToolchain, GoManager, TakeOverResult, Toolchain } from '#contract/toolchains';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';

function foundRow(found: FoundToolchain, { text }: Host): string[] {
  const runsAs = `${found.os}/${found.arch} · ${text.common.runsAs[found.runsAs]}`;
  const state = found.adopted
    ? paint.accent(text.adopt.adopted)
    : found.installed
      ? paint.faint(text.adopt.installed)
      : '';
  return [
    paint.strong(found.version),
    found.runsAs === 'native' ? runsAs : paint.warn(runsAs),
    text.common.goManager[found.manager],
    found.path,
    state,
  ];
}

async function showFound(host: Host): Promise<void> {
  const result = await host.client.toolchains.discover(undefined, { signal: host.signal });
  const { adopt, common } = host.text;
  answer(host, result, () => {
    if (result.found.length === 0) return adopt.nothing;
    const columns = [common.column.version, common.column.runsAs, adopt.manager, adopt.path, ''];
    const rows = result.found.map((found) => foundRow(found, host));
    return `${table(
      columns.map((title) => ({ title })),
      rows,
    )}\n${paint.faint(adopt.hint)}`;
  });
}

async function adoptAll(host: Host): Promise<void> {
  const { found } = await host.client.toolchains.discover(undefined, { signal: host.signal });
  const adopted: Toolchain[] = [];
  for (const { path: goroot } of found.filter(({ inAll }) => inAll)) {
    const { toolchain } = await host.client.toolchains.adopt({ path: goroot }, { signal: host.signal });
    adopted.push(toolchain);
  }
  answer(host, { adopted }, () => adoptedLines(adopted, host));
}

async function takeOver(host: Host, manager: GoManager): Promise<void> {
  const result = await host.client.toolchains.takeOver({ manager }, { signal: host.signal });
  const { adopt, common } = host.text;
  answer(host, result, () => {
    const { default: theirs, pins, lines } = result;
    const said = [adoptedLines(result.adopted, host)];
    if (theirs?.set) said.push(adopt.defaultSet(theirs.version, theirs.file));
    else if (theirs) said.push(adopt.defaultKept(theirs.version, theirs.file));
    if (pins.length > 0) said.push(adopt.pins(common.goManager[manager], pins.map(pinLine)));
    if (lines.length > 0) said.push(adopt.lines(common.goManager[manager], lines, result.otherLanguages));
    return said.join('\n');
  });
}

/** The command that pins the version of a file that Burrow does not read. */
function pinLine({ folder, file, version }: TakeOverResult['pins'][number]): string {
  return `  burrow use ${version} --dir ${shellWord(folder)}  # ${plain(file)}`;
}

function adoptedLines(adopted: readonly Toolchain[], { text }: Host): string {
  if (adopted.length === 0) return text.adopt.nothingNew;
  return adopted.map((each) => text.adopt.done(each.version, each.adopted?.from ?? each.path)).join('\n');
}

async function adoptWhat(host: Host, [from]: string[], options: Options): Promise<void> {
  const { text } = host;
  const ways = [from !== undefined, options.all === true, options.from !== undefined];
  if (ways.filter(Boolean).length > 1) {
    throw failure('usage.invalid', { detail: text.adopt.oneOf, see: 'burrow adopt --help' });
  }
  if (options.from !== undefined) {
    // Imported here, so that other commands do not load it.
    const { goManager } = await import('#contract/toolchains');
    const manager = goManager.safeParse(options.from);
    if (manager.success) return takeOver(host, manager.data);
    const detail = text.adopt.unknownManager(String(options.from), goManager.options.join(text.common.comma));
    throw failure('usage.invalid', { detail, see: 'burrow adopt --help' });
  }
  if (options.all) return adoptAll(host);
  if (from === undefined) return showFound(host);
  const result = await host.client.toolchains.adopt(
    { path: path.resolve(host.system.cwd, from) },
    { signal: host.signal },
  );
  answer(host, result, () => {
    const said = adoptedLines([result.toolchain], host);
    return result.toolchain.default ? `${said}\n${text.install.isDefault}` : said;
  });
}

export function adoptCommands(to: Registrar): void {
  const text = to.text;
  to.add('adopt', text.adopt.help.summary, adoptWhat, (command) =>
    command
      .argument('[path]', text.adopt.help.path)
      .option('--all', text.adopt.help.all)
      .option('--from <manager>', text.adopt.help.from),
  );
}
