import { describeFailure, failure, isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import type { RebuildEvent, RebuildResult, RebuildStep, RebuiltTool, Tool, ToolList } from '#contract/tools';
import { formatDuration, formatMonth } from '#contract/units';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';

/** `golang.org/x/tools/gopls@v0.16.2`, as `go install` takes it. */
function sourceOf({ packagePath, version }: Tool): string {
  return plain(version === null ? packagePath : `${packagePath}@${version}`);
}

/** Why a tool needs a rebuild or cannot be rebuilt; empty if neither applies. */
function states(tool: Tool, { text, locale }: Host): string[] {
  const { tools } = text;
  const ended =
    tool.endOfLife === null
      ? text.common.endOfLife
      : text.common.endOfLifeSince(formatMonth(tool.endOfLife, locale));
  return [
    ...(tool.outdated ? [paint.warn(tools.outdated)] : []),
    ...(tool.supported ? [] : [paint.bad(ended)]),
    ...(tool.obstacle === 'local' ? [paint.faint(tools.local)] : []),
    ...(tool.obstacle === 'no-module' ? [paint.faint(tools.noModules)] : []),
    ...(tool.linkTo === null ? [] : [paint.faint(tools.link(plain(tool.linkTo)))]),
  ];
}

function toolRow(tool: Tool, host: Host): string[] {
  const runsAs = `${tool.os}/${tool.arch} · ${host.text.common.runsAs[tool.runsAs]}`;
  return [
    paint.strong(plain(tool.name)),
    plain(tool.module === null ? tool.packagePath : `${tool.module}@${tool.version ?? ''}`),
    tool.outdated ? paint.warn(tool.goVersion) : plain(tool.goVersion),
    tool.runsAs === 'native' ? runsAs : paint.warn(runsAs),
    states(tool, host).join(' · '),
  ];
}

/** The number of names listed for each reason; `--json` has all of them. */
const maxOthers = 8;

function otherLines({ others }: ToolList, { text }: Host): string[] {
  const reasons = [...new Set(others.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const names = others.filter((other) => other.reason === reason).map(({ name }) => plain(name));
    const more = names.length - maxOthers;
    const shown = names.slice(0, maxOthers).join(text.common.comma);
    return text.tools.others[reason](more > 0 ? `${shown} ${text.tools.otherCount(more)}` : shown);
  });
}

async function list(host: Host): Promise<void> {
  const result = await host.client.tools.list(undefined, { signal: host.signal });
  const { tools: text } = host.text;
  answer(host, result, () => {
    const { tools, folders, goVersion } = result;
    const others = otherLines(result, host).map(paint.faint);
    const where = paint.faint(text.where(folders));
    if (tools.length === 0) return [text.empty, where, ...others].join('\n');
    const columns = [text.name, text.module, text.builtWith, text.processor, text.state];
    const rows = tools.map((tool) => toolRow(tool, host));
    const needed = tools.filter(({ needsRebuild }) => needsRebuild);
    return [
      table(
        columns.map((title) => ({ title })),
        rows,
      ),
      where,
      goVersion === null ? paint.warn(text.noGo) : paint.faint(text.goNow(goVersion)),
      ...others,
      ...(needed.length > 0 ? [text.rebuildHint(needed.length)] : []),
    ].join('\n');
  });
}

/** Prints how many tools were built with an older Go than the new default. Prints nothing if that fails. */
export async function remarkOutdatedTools(host: Host): Promise<void> {
  try {
    const { outdated, goVersion } = await host.client.tools.summary(undefined, { signal: host.signal });
    if (outdated > 0 && goVersion !== null) host.remark(host.text.tools.hint(outdated, goVersion));
  } catch (error) {
    if (!isFailure(error)) throw error;
  }
}

function settingLines({ kept, lost }: RebuildStep, { text }: Host): string[] {
  return [
    ...(kept.length > 0
      ? [paint.faint(`  ${text.tools.keeps(kept.map(plain).join(text.common.comma))}`)]
      : []),
    ...(lost.length > 0
      ? [paint.warn(`  ${text.tools.loses(lost.map(plain).join(text.common.comma))}`)]
      : []),
  ];
}

/** Why a tool was not rebuilt, and what to do about it. */
function whyNot(data: RebuildStep['obstacle'], host: Host): string[] {
  if (data === null) return [];
  const { message, hint } = describeFailure(data, host.locale);
  return [`  ${plain(message)}`, `  ${paint.faint(plain(hint))}`];
}

function stepText(step: RebuildStep, goVersion: string, host: Host): string {
  const { tools: text } = host.text;
  const name = paint.strong(plain(step.tool.name));
  if (step.obstacle) return [`${name}  ${text.outcome.skipped}`, ...whyNot(step.obstacle, host)].join('\n');
  return [`${name}  ${text.builds(sourceOf(step.tool), goVersion)}`, ...settingLines(step, host)].join('\n');
}

function resultText(result: RebuiltTool, host: Host): string {
  const { tools: text } = host.text;
  const { tool, outcome, now, failure: failed, output, durationMs } = result;
  const colour = { rebuilt: paint.good, failed: paint.bad, skipped: paint.faint }[outcome];
  const head = [paint.strong(plain(tool.name)), colour(text.outcome[outcome])];
  if (now) {
    const isMoved = now.os !== tool.os || now.arch !== tool.arch;
    const before = isMoved ? `${tool.goVersion} ${tool.os}/${tool.arch}` : tool.goVersion;
    head.push(text.became(before, isMoved ? `${now.goVersion} ${now.os}/${now.arch}` : now.goVersion));
    head.push(paint.faint(formatDuration(durationMs, host.locale)));
  }
  return [
    head.join('  '),
    ...(now ? settingLines({ ...result, kept: [] }, host) : []),
    ...whyNot(result.obstacle ?? failed, host),
    ...output.split('\n').flatMap((line) => (line ? [paint.faint(`  | ${plain(line)}`)] : [])),
  ].join('\n');
}

/** Prints each tool to stderr when its build starts. */
function say(event: RebuildEvent, host: Host): void {
  const { tools: text } = host.text;
  if (event.type === 'waiting') host.remark(text.waiting);
  else if (event.type === 'building' && event.line === null) {
    host.remark(paint.faint(text.progress(event.done + 1, event.total, plain(event.name))));
  }
}

async function rebuild(host: Host, names: string[], options: Options): Promise<number> {
  const { tools: text } = host.text;
  if ([names.length > 0, options.all, options.outdated].filter(Boolean).length > 1) {
    throw failure('usage.invalid', { detail: text.oneOf, see: 'burrow tools rebuild --help' });
  }
  const request = {
    ...(names.length > 0 ? { names } : {}),
    ...(options.all ? { which: 'all' as const } : {}),
    ...(options.go === undefined ? {} : { go: String(options.go) }),
  };
  if (options.dryRun) {
    const plan = await host.client.tools.planRebuild(request, { signal: host.signal });
    answer(host, plan, () =>
      plan.steps.length === 0
        ? text.nothing
        : plan.steps.map((step) => stepText(step, plan.goVersion, host)).join('\n'),
    );
    return exitCode.done;
  }
  const stream = await host.client.tools.rebuild(request, { signal: host.signal });
  const result: RebuildResult = await drain(stream, (event) => say(event, host));
  const count = (outcome: RebuiltTool['outcome']): number =>
    result.results.filter((each) => each.outcome === outcome).length;
  answer(host, result, () =>
    result.results.length === 0
      ? text.nothing
      : [
          ...result.results.map((each) => resultText(each, host)),
          text.summary(count('rebuilt'), count('failed'), count('skipped')),
        ].join('\n'),
  );
  // A skipped tool is a failure only if the user named it.
  const missed = count('failed') + (names.length > 0 ? count('skipped') : 0);
  return missed > 0 ? exitCode.failed : exitCode.done;
}

export function toolCommands(to: Registrar): void {
  const text = to.text;
  const tools = to.group('tools', text.tools.help.summary, list);
  tools.add('rebuild', text.tools.help.rebuild, rebuild, (command) =>
    command
      .argument('[name...]', text.tools.help.names)
      .option('--all', text.tools.help.all)
      .option('--outdated', text.tools.help.outdated)
      .option('--go <version>', text.tools.help.go)
      .option('--dry-run', text.tools.help.dryRun),
  );
}
