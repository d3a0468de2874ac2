import path from 'node:path';
import { type Command, Option } from 'commander';
import { buildKinds, buildStatuses } from '#contract/build-orders';
import { failure } from '#contract/failure';
import type { Host } from '../host.ts';
import type { Options } from '../program.ts';
import type { Text } from '../text/text.ts';

type BuildFilter = NonNullable<Parameters<Host['client']['builds']['count']>[0]['filter']>;

/** Adds the options that say which builds are meant. */
export function addFilterOptions(command: Command, { history }: Text): void {
  const { filter } = history.help;
  command
    .option('--project <dir>', history.help.project)
    .option('--text <words>', filter.text)
    .addOption(new Option('--kind <kind>', filter.kind).choices(buildKinds))
    .option('--status <statuses>', filter.status(buildStatuses.join()))
    .option('--subject <subject>', filter.subject)
    .option('--target <target>', filter.target)
    .option('--go <version>', filter.go)
    .option('--branch <branch>', filter.branch)
    .option('--tag <tag>', filter.tag)
    .option('--flag <flag>', filter.flag)
    .option('--package <package>', filter.package)
    .option('--since <moment>', filter.since)
    .option('--until <moment>', filter.until)
    .option('--pinned', filter.pinned);
}

/** The filter that the options say; empty: they say none. Fails with usage.invalid. */
export function readFilter(host: Host, options: Options, command: string): BuildFilter {
  const see = `burrow ${command} --help`;
  const given = (name: string) => (options[name] === undefined ? undefined : String(options[name]));
  const moment = (name: string) => {
    const text = given(name);
    const found = text === undefined ? undefined : readMoment(text, host.system.now());
    if (found === null) {
      throw failure('usage.invalid', { detail: host.text.history.notAMoment(`--${name}`, text ?? ''), see });
    }
    return found;
  };
  const statuses = given('status')?.split(',');
  const wrong = statuses?.find((each) => !(buildStatuses as readonly string[]).includes(each));
  if (wrong !== undefined) {
    const detail = host.text.program.usage.invalidValue(wrong, [...buildStatuses]);
    throw failure('usage.invalid', { detail, see });
  }
  const project = given('project');
  const filter: BuildFilter = {
    project: project === undefined ? undefined : path.resolve(host.system.cwd, project),
    text: given('text'),
    kind: given('kind') as BuildFilter['kind'],
    status: statuses as BuildFilter['status'],
    subject: given('subject'),
    target: given('target'),
    goVersion: given('go'),
    branch: given('branch'),
    tag: given('tag'),
    flag: given('flag'),
    package: given('package'),
    since: moment('since'),
    until: moment('until'),
    pinned: options.pinned === true ? true : undefined,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

const hourMs = 60 * 60 * 1000;
const unitMs: Readonly<Record<string, number>> = { h: hourMs, d: 24 * hourMs, w: 7 * 24 * hourMs };

/** A day (`2026-11-01`, its start here), a moment of ISO 8601, or an age (`12h`, `7d`, `2w`); null: it is none. Pure. */
export function readMoment(text: string, now: Date): string | null {
  const [, count, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  if (count !== undefined) return new Date(now.getTime() - Number(count) * (unitMs[unit] ?? 0)).toISOString();
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const found =
    year !== undefined
      ? new Date(Number(year), Number(month) - 1, Number(day))
      : /^\d{4}-\d\d-\d\dT/.test(text)
        ? new Date(text)
        : null;
  const isDay =
    year === undefined || (found?.getMonth() === Number(month) - 1 && found.getDate() === Number(day));
  return found && isDay && !Number.isNaN(found.getTime()) ? found.toISOString() : null;
}
