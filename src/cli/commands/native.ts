import path from 'node:path';
import type { ProcessorReport, Replacement, TranslatedGo } from '#contract/native';
import { rosettaEnds } from '#contract/rosetta';
import { drain } from '#contract/streams';
import { formatBytes } from '#contract/units';
import { burrowPaths } from '#core/system';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { showProgress } from '../output/progress.ts';
import { confirmed } from '../output/question.ts';
import { table } from '../output/table.ts';
import { remarkWarnings } from '../output/warnings.ts';
import type { Options, Registrar } from '../program.ts';
import { typed } from '../words/version.ts';

function usersOf({ default: isDefault, usedBy, onPath }: TranslatedGo, { text }: Host): string {
  return [
    ...(isDefault ? [text.native.byDefault] : []),
    ...usedBy.map((folder) => path.basename(folder)),
    ...(onPath === null ? [] : [text.native.onPath(onPath)]),
  ].join(text.common.comma);
}

function findingRow(finding: TranslatedGo, arch: string, host: Host): string[] {
  const { text, locale } = host;
  const { version, os, kind, noNative, replaceable } = finding;
  const freed = formatBytes(finding.bytes, locale);
  const plan = replaceable ? text.native.change(kind, arch, freed) : text.native.nativeHere;
  return [
    paint.strong(version),
    paint.warn(`${os}/${finding.arch} · ${text.common.runsAs.translated}`),
    usersOf(finding, host),
    noNative === null ? plan : paint.faint(text.native.noNative[noNative]),
  ];
}

/** The report, and the number of tools that do not run natively. */
type Report = ProcessorReport & { toolsElsewhere: number };

/** The findings and the planned changes, and the other translated toolchains and tools. */
function reportText(report: Report, shown: readonly TranslatedGo[], host: Host): string {
  const { text, locale } = host;
  const columns = [
    text.common.column.version,
    text.common.column.runsAs,
    text.common.column.usedBy,
    text.native.plan,
  ];
  const rows = shown.map((finding) => findingRow(finding, report.arch, host));
  return [
    table(
      columns.map((title) => ({ title })),
      rows,
    ),
    ...shown
      .filter(({ replaceable, noNative }) => !replaceable && noNative === null)
      .flatMap((finding) => upToUser(finding, finding.onPath, host)),
    paint.faint(rosettaEnds[locale]),
    ...remarks(report, host),
  ].join('\n');
}

/** The translated toolchains that nothing uses, and the tools, which another command rebuilds. */
function remarks({ idle, moduleCache, toolsElsewhere }: Report, { text }: Host): string[] {
  return [
    ...idle.map(({ version, arch, nativeInstalled }) => {
      const command = `burrow remove ${typed(version)} --arch ${arch}`;
      return text.native.idle(version, arch, nativeInstalled, command);
    }),
    ...(moduleCache.length > 0 ? [text.native.moduleCache(moduleCache.length, 'burrow prune --caches')] : []),
  ]
    .map(paint.faint)
    .concat(
      toolsElsewhere > 0 ? [paint.warn(text.native.tools(toolsElsewhere, 'burrow tools rebuild'))] : [],
    );
}

/** What is left for the user to do: removing what Burrow did not install, and changing PATH (`onPath`). */
function upToUser(
  { kind, goroot, ownerCommand }: TranslatedGo,
  onPath: string | null,
  { system, text }: Host,
): string[] {
  const line = `export PATH="${burrowPaths(system).shims}:$PATH"`;
  return [
    ...(kind === 'managed' ? [] : [text.native.owner(goroot, ownerCommand)]),
    ...(onPath === null ? [] : [paint.warn(text.native.stillOnPath(onPath, line))]),
  ];
}

/** What was done for one finding, and what is left for the user to do. */
function replacedText(done: Replacement, host: Host): string {
  const { locale, text } = host;
  const { toolchain, translated, moved, stayed, because } = done;
  const target = `${toolchain.os}/${toolchain.arch}`;
  return [
    paint.good(text.native.done(toolchain.version, target, translated.kind === 'found')),
    ...(done.default === null ? [] : [text.native.default[done.default]]),
    ...(moved.length > 0 ? [text.native.moved(moved)] : []),
    ...(stayed.length > 0 ? [paint.warn(text.native.stayed(stayed))] : []),
    text.native.old[done.old](translated.goroot, formatBytes(done.bytes, locale)),
    ...(because === null ? [] : [paint.warn(text.native.because[because])]),
    ...upToUser(translated, done.onPath, host),
  ].join('\n');
}

/** Why there is nothing to replace. */
function nothingText(report: Report, version: string | undefined, host: Host): string {
  const { native: text } = host.text;
  if (!report.translates) return text.untranslated(`${report.os}/${report.arch}`);
  const said = version === undefined ? text.nothing : text.nothingOf(`go${typed(version)}`);
  return [said, ...remarks(report, host)].join('\n');
}

async function replaceOne(host: Host, finding: TranslatedGo): Promise<Replacement> {
  const stream = await host.client.native.replace({ path: finding.path }, { signal: host.signal });
  const progress = showProgress(host);
  const done: Replacement = await drain(stream, progress.update).finally(progress.end);
  remarkWarnings(done.warnings, host);
  return done;
}

async function look({ client, signal }: Host): Promise<Report> {
  const report = await client.native.findings(undefined, { signal });
  // On other machines, tools for another processor were cross-compiled on purpose.
  const tools = report.translates ? await client.tools.summary(undefined, { signal }) : null;
  return { ...report, toolsElsewhere: tools?.wrongProcessor ?? 0 };
}

async function native(host: Host, [version]: string[], options: Options): Promise<number> {
  const { native: text } = host.text;
  const report = await look(host);
  const shown = report.findings.filter(
    (finding) => version === undefined || typed(finding.version) === typed(version),
  );
  const chosen = shown.filter(({ replaceable }) => replaceable);
  if (shown.length === 0) {
    answer(host, { ...report, replaced: [] }, () => nothingText(report, version, host));
    return version === undefined && report.toolsElsewhere > 0 ? exitCode.found : exitCode.done;
  }
  if (options.dryRun || chosen.length === 0) {
    answer(host, { ...report, replaced: [] }, () => reportText(report, shown, host));
    return exitCode.found;
  }
  if (!host.json) host.print(reportText(report, shown, host));
  const question = text.confirm(chosen.length, report.arch);
  if (!(await confirmed(host, question, 'burrow native --help'))) {
    host.print(text.kept);
    return exitCode.done;
  }
  const replaced: Replacement[] = [];
  for (const finding of chosen) {
    const done = await replaceOne(host, finding);
    if (!host.json) host.print(replacedText(done, host));
    replaced.push(done);
  }
  if (host.json) host.print(JSON.stringify({ ...report, replaced }, null, 2));
  return exitCode.done;
}

export function nativeCommands(to: Registrar): void {
  const text = to.text;
  to.add('native', text.native.help.summary, native, (command) =>
    command.argument('[version]', text.native.help.version).option('--dry-run', text.native.help.dryRun),
  );
}
