import type { BuildFilter, BuildOrder } from '#contract/build-list';
import { buildKinds, buildOrders, buildStatuses, descendingOrders } from '#contract/build-orders';

/** What a list of builds can be filtered by, besides the text and the kind, in the order of their menu. */
export const filterFields = [
  'subject',
  'package',
  'target',
  'go',
  'branch',
  'tag',
  'flag',
  'status',
  'since',
  'until',
  'pinned',
] as const;
export type FilterField = (typeof filterFields)[number];

/** The names in the address: the fields, `q` for the text, `kind`, and `sort`. */
export type Choices = { [name in FilterField | 'q' | 'kind' | 'sort']?: string };

export const newestFirst: BuildOrder = { by: 'started', descending: true };

/** The longest text that a filter takes; longer ones are cut. */
const maxLength = 300;

/**
 * The choices in an address that anybody may have written: those that mean something, as this page writes them. Pure.
 */
export function readChoices(search: Choices, now: Date): Choices {
  const choices: Choices = {};
  for (const name of ['q', 'kind', 'sort', ...filterFields] as const) {
    const text = search[name]?.trim().slice(0, maxLength);
    const read = text ? readChoice(name, text, now) : undefined;
    if (read !== undefined) choices[name] = read;
  }
  return choices;
}

function readChoice(name: keyof Choices, text: string, now: Date): string | undefined {
  switch (name) {
    case 'kind':
      return buildKinds.find((kind) => kind === text);
    case 'status': {
      const given = text.split(',');
      return buildStatuses.filter((status) => given.includes(status)).join() || undefined;
    }
    case 'pinned':
      return text === 'true' ? text : undefined;
    case 'since':
    case 'until':
      return startOfDay(text, now) === null ? undefined : text;
    case 'sort': {
      const order = readOrder(text);
      return order && writeOrder(order);
    }
    default:
      return text;
  }
}

/**
 * The filter for choices that `readChoices` returned. Its moments change once a day, so that the same choices are one
 * query. Pure.
 */
export function filterOf(choices: Choices, project: string | null, now: Date): BuildFilter {
  const { q, kind, status, subject, target, go, branch, tag, flag, since, until, pinned } = choices;
  const from = since && startOfDay(since, now);
  const to = until && startOfDay(until, now);
  return {
    ...(project === null ? {} : { project }),
    ...(q ? { text: q } : {}),
    ...(kind ? { kind: kind as BuildFilter['kind'] } : {}),
    ...(status ? { status: status.split(',') as NonNullable<BuildFilter['status']> } : {}),
    ...(subject ? { subject } : {}),
    ...(choices.package ? { package: choices.package } : {}),
    ...(target ? { target } : {}),
    ...(go ? { goVersion: go } : {}),
    ...(branch ? { branch } : {}),
    ...(tag ? { tag } : {}),
    ...(flag ? { flag } : {}),
    ...(from ? { since: from.toISOString() } : {}),
    ...(to ? { until: nextDay(to).toISOString() } : {}),
    ...(pinned ? { pinned: true } : {}),
  };
}

/** What remains of the choices without those that exclude builds. Pure. */
export function withoutFilters({ sort }: Choices): Choices {
  return sort ? { sort } : {};
}

/** The names of the choices that exclude builds. Pure. */
export function chosenFilters(choices: Choices): Exclude<keyof Choices, 'sort'>[] {
  return (['q', 'kind', ...filterFields] as const).filter((name) => choices[name] !== undefined);
}

/** The order for `bytes`, or descending for `-bytes`; undefined: not one. Pure. */
export function readOrder(text: string | undefined): BuildOrder | undefined {
  const descending = text?.startsWith('-') ?? false;
  const by = buildOrders.find((order) => order === text?.slice(descending ? 1 : 0));
  return by && { by, descending };
}

/** The order as it stands in an address; undefined: it is the default. Pure. */
export function writeOrder({ by, descending }: BuildOrder): string | undefined {
  return by === newestFirst.by && descending ? undefined : `${descending ? '-' : ''}${by}`;
}

/** The order after a click on a column's heading: the useful direction first, then the other one. Pure. */
export function nextOrder(now: BuildOrder, by: BuildOrder['by']): BuildOrder {
  if (now.by === by) return { by, descending: !now.descending };
  return { by, descending: descendingOrders.includes(by) };
}

/** The start of a day in the user's time zone, for `2026-11-29` or `7d` (7 days ago; 0d is today); null: neither. Pure. */
function startOfDay(text: string, now: Date): Date | null {
  const ago = /^(\d{1,5})d$/.exec(text);
  if (ago) return new Date(now.getFullYear(), now.getMonth(), now.getDate() - Number(ago[1]));
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date : null;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** The day as it stands in an address: `2026-11-29`. Pure. */
export function dayText(day: Date): string {
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function nextDay(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
}
