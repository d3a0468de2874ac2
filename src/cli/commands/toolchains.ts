import path from 'node:path';
import { describeFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import type { Built, InstallResult, Release, Toolchain } from '#contract/toolchains';
import { formatBytes, formatDuration, formatMonth } from '#contract/units';
import { burrowPaths, findOnPath, pathFolders } from '#core/system';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { showProgress } from '../output/progress.ts';
import { confirmed } from '../output/question.ts';
import { table } from '../output/table.ts';
import { remarkWarnings } from '../output/warnings.ts';
import type { Options, Registrar } from '../program.ts';
import { knownFrom, listedFrom } from '../words/offer.ts';
import { remarkLinks } from './links.ts';

function releaseRow(release: Release, host: Host): string[] {
  const { text } = host;
  const target = release.target;
  const gets = target
    ? `${target.os}/${target.arch}${target.runsAs === 'native' ? '' : ` · ${paint.warn(text.common.runsAs[target.runsAs])}`}`
    : paint.faint(text.available.noBuild);
  return [
    release.installed ? paint.strong(release.version) : release.version,
    release.supported
      ? paint.good(text.common.supported)
      : release.stable
        ? paint.faint(text.common.endOfLife)
        : '',
    gets,
    release.installed
      ? paint.accent(text.common.installed)
      : release.listedBy === 'proxy'
        ? paint.faint(text.available.fromProxy)
        : '',
  ];
}

function toolchainRow(toolchain: Toolchain, host: Host): string[] {
  const { text } = host;
  const runsAs = `${toolchain.os}/${toolchain.arch} · ${text.common.runsAs[toolchain.runsAs]}`;
  const proof = text.common.proof[toolchain.proof.method];
  return [
    `${paint.strong(toolchain.version)}${toolchain.default ? ` ${paint.accent(text.common.defaultTag)}` : ''}`,
    toolchain.runsAs === 'native' ? runsAs : paint.warn(runsAs),
    toolchain.adopted
      ? adoptedFrom(toolchain.adopted, host)
      : text.list.origin(
          text.common.source[toolchain.source.kind],
          toolchain.verified ? proof : paint.warn(proof),
        ),
    toolchain.usedBy.length > 0
      ? toolchain.usedBy.map((dir) => path.basename(dir)).join(text.common.comma)
      : paint.faint(text.common.none),
    formatBytes(toolchain.bytes, host.locale),
    support(toolchain, host),
  ];
}

function adoptedFrom({ from, gone }: NonNullable<Toolchain['adopted']>, { text }: Host): string {
  return gone ? text.list.origin(text.adopt.from(from), paint.warn(text.adopt.gone)) : text.adopt.from(from);
}

/** When support ended; empty while the version is supported. */
function support({ supported, endOfLife }: Toolchain, { text, locale }: Host): string {
  if (supported) return '';
  return paint.bad(
    endOfLife === null ? text.common.endOfLife : text.common.endOfLifeSince(formatMonth(endOfLife, locale)),
  );
}

async function install(host: Host, args: string[], options: Options): Promise<void> {
  const stream = await host.client.toolchains.install(
    {
      version: args[0] ?? '',
      ...(options.os ? { os: String(options.os) } : {}),
      ...(options.arch ? { arch: String(options.arch) } : {}),
      ...(options.from === undefined ? {} : { from: String(options.from) }),
    },
    { signal: host.signal },
  );
  const progress = showProgress(host);
  const result: InstallResult = await drain(stream, progress.update).finally(progress.end);
  const warnings = result.warnings.map((warning) => ({
    ...warning,
    ...describeFailure(warning, host.locale),
  }));
  remarkWarnings(result.warnings, host);
  const advice = await pathAdvice(host);
  answer(host, { ...result, warnings }, () => {
    const { version, path: goroot, built, default: isDefault } = result.toolchain;
    const text = host.text.install;
    return [
      result.already ? text.already(version, goroot) : text.done(version, goroot),
      ...(built && !result.already ? builtWords(built, host) : []),
      ...(isDefault && !result.already ? [text.isDefault] : []),
      ...advice,
    ].join('\n');
  });
}

/** What is missing for `go` in this shell to be Burrow's; empty if nothing is. */
async function pathAdvice({ system, text }: Host): Promise<string[]> {
  const { shims } = burrowPaths(system);
  const first = await findOnPath(system, 'go');
  if (first !== null && path.dirname(first) === shims) return [];
  const isFish = system.env.SHELL?.endsWith('/fish') ?? false;
  const line = isFish ? `fish_add_path --move --path "${shims}"` : `export PATH="${shims}:$PATH"`;
  const isBehind = first !== null && pathFolders(system.env).includes(shims);
  return [isBehind ? text.install.shimsBehind(first, line) : text.install.shimsHint(line)];
}

function builtWords({ bootstrap, durationMs, identical, log }: Built, { text, locale }: Host): string[] {
  const how = text.install.built(bootstrap, formatDuration(durationMs, locale), log);
  return identical === true ? [how, text.install.identical] : [how];
}

async function remove(host: Host, args: string[], options: Options): Promise<void> {
  const wanted = {
    version: args[0] ?? '',
    ...(options.os ? { os: String(options.os) } : {}),
    ...(options.arch ? { arch: String(options.arch) } : {}),
  };
  const { toolchain } = await host.client.toolchains.named(wanted, { signal: host.signal });
  const { version, os, arch, usedBy } = toolchain;
  if (toolchain.default || usedBy.length > 0) {
    const question = host.text.remove.confirm(version, usedBy, toolchain.default);
    if (!(await confirmed(host, question, 'burrow remove --help'))) return host.print(host.text.remove.kept);
  }
  const result = await host.client.toolchains.remove({ version, os, arch }, { signal: host.signal });
  remarkLinks(result.links, host);
  answer(host, result, () => {
    const { bytes, adopted } = result.removed;
    const text = host.text.remove;
    return adopted
      ? text.forgotten(version, adopted.from)
      : text.done(version, formatBytes(bytes, host.locale));
  });
}

export function toolchainCommands(to: Registrar): void {
  const text = to.text;

  to.add(
    'available',
    text.available.help.summary,
    async (host, _args, options) => {
      const result = await host.client.toolchains.available(
        { all: options.all === true },
        { signal: host.signal },
      );
      answer(host, result, () => {
        const rows = result.releases.map((release) => releaseRow(release, host));
        const note = paint.faint(listedFrom(result, host));
        const columns = [host.text.common.column.version, '', host.text.available.forThisMachine, ''];
        return `${table(
          columns.map((title) => ({ title })),
          rows,
        )}\n${note}`;
      });
    },
    (command) => command.option('--all', text.available.help.all),
  );

  to.add('install', text.install.help.summary, install, (command) =>
    command
      .argument('<version>', text.install.help.version)
      .option('--arch <arch>', text.common.options.arch)
      .option('--os <os>', text.common.options.os)
      .option('--from <source>', text.install.help.from),
  );

  to.add('list', text.list.help.summary, async (host) => {
    const result = await host.client.toolchains.list(undefined, { signal: host.signal });
    answer(host, result, () => {
      const { common, list } = host.text;
      if (result.toolchains.length === 0) return list.empty;
      const rows = table(
        [
          { title: common.column.version },
          { title: common.column.runsAs },
          { title: list.from },
          { title: common.column.usedBy },
          { title: common.column.size, align: 'right' },
          { title: '' },
        ],
        result.toolchains.map((toolchain) => toolchainRow(toolchain, host)),
      );
      const { newest, updates, known } = result;
      const total = result.toolchains.reduce((sum, { bytes }) => sum + bytes, 0);
      const news = [...(newest === null ? [] : [newest]), ...updates];
      const translated = result.toolchains.filter(
        ({ runsAs, default: isDefault, usedBy, adopted }) =>
          runsAs === 'translated' && !adopted?.gone && (isDefault || usedBy.length > 0),
      );
      return [
        rows,
        ...(result.toolchains.length > 1 ? [paint.faint(list.total(formatBytes(total, host.locale)))] : []),
        ...news.map((version) => list.update(version, `burrow install ${version.replace(/^go/, '')}`)),
        ...(news.length > 0 ? [paint.faint(knownFrom(known, host))] : []),
        ...(translated.length > 0 ? [paint.warn(list.translated(translated.length, 'burrow native'))] : []),
      ].join('\n');
    });
  });

  to.add('remove', text.remove.help.summary, remove, (command) =>
    command
      .argument('<version>', '1.26.1')
      .option('--arch <arch>', text.common.options.arch)
      .option('--os <os>', text.common.options.os),
  );
}
