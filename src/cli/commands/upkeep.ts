import type {
  FileFinding,
  PruneItem,
  PruneProgress,
  PruneResult,
  SmokeResult,
  SmokeStep,
  Verification,
} from '#contract/upkeep';
import { failure } from '#contract/failure';
import { systemWords } from '#contract/failures/system-words';
import { drain } from '#contract/streams';
import { formatBytes, formatDay, formatDuration } from '#contract/units';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { showProgress } from '../output/progress.ts';
import { confirmed } from '../output/question.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { wholeNumber } from '../whole-number.ts';

/** The number of findings listed for each toolchain; `--json` has all of them. */
const maxFindings = 20;

function findingLine(finding: FileFinding, host: Host): string {
  const problem = paint.bad(host.text.verify.problem[finding.problem]);
  const detail = finding.detail === null ? '' : paint.faint(` (${systemWords(finding.detail, host.locale)})`);
  return `  ${problem}  ${finding.path}${detail}`;
}

function verificationText(verification: Verification, host: Host): string {
  const { locale, text } = host;
  const { version, os, arch, files, bytes, findings, repaired, durationMs } = verification;
  const name = `${paint.strong(version)} ${os}/${arch}`;
  const took = formatDuration(durationMs, locale);
  const size = formatBytes(bytes, locale);
  if (findings.length === 0) return `${name}  ${paint.good(text.verify.intact(files, size, took))}`;
  const more = findings.length - maxFindings;
  return [
    `${name}  ${paint.bad(text.verify.found(findings.length, files))}`,
    ...findings.slice(0, maxFindings).map((finding) => findingLine(finding, host)),
    ...(more > 0 ? [paint.faint(`  ${text.common.more(more)}`)] : []),
    repaired ? paint.good(text.verify.repaired) : text.verify.hint(version.replace(/^go/, '')),
  ].join('\n');
}

async function verify(host: Host, args: string[], options: Options): Promise<number> {
  const which = options.arch ? { arch: String(options.arch) } : {};
  const [version] = args;
  if (options.smoke && options.repair) {
    throw failure('usage.invalid', { detail: host.text.smoke.alone, see: 'burrow verify --help' });
  }
  if (options.smoke) return smoke(host, version, which);
  const input = { ...which, ...(version === undefined ? {} : { version }), repair: options.repair === true };
  const stream = await host.client.upkeep.verify(input, { signal: host.signal });
  const progress = showProgress(host);
  const result: { verifications: Verification[] } = await drain(stream, progress.update).finally(
    progress.end,
  );
  answer(host, result, () =>
    result.verifications.length === 0
      ? host.text.verify.nothing
      : result.verifications.map((verification) => verificationText(verification, host)).join('\n'),
  );
  const isWrong = result.verifications.some(({ findings, repaired }) => findings.length > 0 && !repaired);
  return isWrong ? exitCode.found : exitCode.done;
}

function stepRow(step: SmokeStep, host: Host): string[] {
  const { locale, text } = host;
  const outcome = { passed: paint.good, failed: paint.bad, skipped: paint.faint }[step.outcome];
  const because = step.because === null ? '' : text.smoke.because[step.because];
  return [
    text.smoke.step[step.name],
    outcome(text.smoke.outcome[step.outcome]),
    step.outcome === 'skipped' ? paint.faint(because) : formatDuration(step.durationMs, locale),
  ];
}

function smokeText({ version, os, arch, passed, steps }: SmokeResult, host: Host): string {
  const { smoke: text } = host.text;
  const failed = steps.filter(({ outcome }) => outcome === 'failed');
  const columns = [{ title: `${version} ${os}/${arch}` }, { title: '' }, { title: '' }];
  return [
    table(
      columns,
      steps.map((step) => stepRow(step, host)),
    ),
    ...failed.map(({ output }) => output.trimEnd()),
    passed ? paint.good(text.passed(version)) : paint.bad(text.failed(version)),
  ].join('\n');
}

async function smoke(host: Host, version: string | undefined, which: { arch?: string }): Promise<number> {
  const versions =
    version === undefined
      ? (await host.client.toolchains.list()).toolchains
          .filter(({ runsAs }) => runsAs !== 'foreign')
          .map(({ version: each, os, arch }) => ({ version: each, os, arch }))
      : [{ version, ...which }];
  const results: SmokeResult[] = [];
  for (const each of versions) {
    const stream = await host.client.upkeep.smoke(each, { signal: host.signal });
    const say = (step: SmokeStep): void => host.remark(stepRow(step, host).join('  '));
    const ended: { results: SmokeResult[] } = await drain(stream, say);
    results.push(...ended.results);
  }
  answer(host, { results }, () =>
    results.length === 0
      ? host.text.list.empty
      : results.map((result) => smokeText(result, host)).join('\n\n'),
  );
  return results.every(({ passed }) => passed) ? exitCode.done : exitCode.found;
}

function pruneRow(item: PruneItem, host: Host): string[] {
  const { prune: text } = host.text;
  const why = item.newer === null ? text.kind[item.kind] : text.supersededBy(item.newer);
  return [
    formatBytes(item.bytes, host.locale),
    item.version ?? '',
    why,
    paint.faint(lastUse(item, host)),
    paint.faint(item.path),
  ];
}

/** The day of the last use; empty for items that are not toolchains of Burrow. */
function lastUse({ lastUsedAt, installedAt }: PruneItem, { text, locale }: Host): string {
  if (lastUsedAt !== null) return formatDay(lastUsedAt, locale);
  return installedAt === null ? '' : text.prune.notUsed(formatDay(installedAt, locale));
}

function pruneTable(items: readonly PruneItem[], host: Host): string {
  const { common, prune: text } = host.text;
  const columns = [
    { title: common.column.size, align: 'right' as const },
    { title: common.column.version },
    { title: text.why },
    { title: items.some(({ installedAt }) => installedAt !== null) ? text.lastUse : '' },
    { title: text.path },
  ];
  return table(
    columns,
    items.map((item) => pruneRow(item, host)),
  );
}

function total(items: readonly PruneItem[], host: Host): string {
  return formatBytes(
    items.reduce((sum, { bytes }) => sum + bytes, 0),
    host.locale,
  );
}

/** Ten years, as in the contract. */
const maxDays = 3650;

async function prune(host: Host, _args: string[], options: Options): Promise<void> {
  const { prune: text } = host.text;
  const given = wholeNumber(host, options, { command: 'prune', option: 'days', min: 0, max: maxDays });
  const days = given === undefined ? {} : { days: given };
  const plan = await host.client.upkeep.planPrune(days, { signal: host.signal });
  const chosen = plan.items.filter(({ byDefault }) => options.caches || byDefault);
  const left = plan.items.filter((item) => !chosen.includes(item));
  const words = (): string =>
    [
      ...(chosen.length > 0 ? [pruneTable(chosen, host)] : [text.nothing]),
      ...(left.length > 0 ? ['', text.caches(total(left, host)), pruneTable(left, host)] : []),
    ].join('\n');
  if (options.dryRun || chosen.length === 0) {
    answer(host, { ...plan, chosen: chosen.map(({ path }) => path), pruned: [], bytes: 0, kept: [] }, words);
    return;
  }
  if (!host.json) host.print(words());
  const question = text.confirm(chosen.length, total(chosen, host));
  if (!(await confirmed(host, question, 'burrow prune --help'))) return host.print(text.kept);
  const input = { ...days, paths: chosen.map(({ path }) => path) };
  const stream = await host.client.upkeep.prune(input, { signal: host.signal });
  const say = ({ path }: PruneProgress): void => host.remark(paint.faint(text.deleting(path)));
  const result: PruneResult = await drain(stream, say);
  answer(host, result, () =>
    [
      text.done(result.pruned.length, formatBytes(result.bytes, host.locale)),
      ...result.kept.map((path) => paint.warn(text.inUse(path))),
    ].join('\n'),
  );
}

export function upkeepCommands(to: Registrar): void {
  const text = to.text;

  to.add('verify', text.verify.help.summary, verify, (command) =>
    command
      .argument('[version]', text.verify.help.version)
      .option('--arch <arch>', text.common.options.arch)
      .option('--repair', text.verify.help.repair)
      .option('--smoke', text.verify.help.smoke),
  );

  to.add('prune', text.prune.help.summary, prune, (command) =>
    command
      .option('--dry-run', text.prune.help.dryRun)
      .option('--days <n>', text.prune.help.days)
      .option('--caches', text.prune.help.caches),
  );
}
