import { Option } from 'commander';
import { buildOrders, descendingOrders } from '#contract/build-orders';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import type { Options, Registrar } from '../program.ts';
import { wholeNumber } from '../whole-number.ts';
import { historyWords } from '../words/history.ts';
import { changeCommands } from './history-change.ts';
import { addFilterOptions, readFilter } from './history-filter.ts';

type Row = Awaited<ReturnType<Host['client']['builds']['page']>>['rows'][number];

/** A page has at most so many builds; more are read page by page. */
const maxPage = 500;

/** Prints the end of the log of a failed build; secrets are masked in it. */
async function showLog(host: Host, id: string): Promise<void> {
  const result = await host.client.builds.show({ id }, { signal: host.signal });
  const { logTail } = result.build;
  answer(
    host,
    { id: result.build.id, logTail },
    () => logTail?.trimEnd() ?? host.text.history.noLog(result.build.id),
  );
}

async function showHistory(host: Host, _args: string[], options: Options): Promise<void> {
  if (options.log !== undefined) return showLog(host, String(options.log));
  const limits = { command: 'history', option: 'limit', min: 1, max: 10_000 };
  const limit = wholeNumber(host, options, limits) ?? 50;
  const filter = readFilter(host, options, 'history');
  const by = (options.sort ?? 'started') as (typeof buildOrders)[number];
  const order = { by, descending: descendingOrders.includes(by) !== (options.reverse === true) };
  const { signal } = host;
  const rows: Row[] = [];
  let next = options.after === undefined ? undefined : String(options.after);
  let page: Awaited<ReturnType<Host['client']['builds']['page']>>;
  do {
    const wanted = Math.min(limit - rows.length, maxPage);
    page = await host.client.builds.page({ filter, order, limit: wanted, after: next }, { signal });
    rows.push(...page.rows);
    next = page.next ?? undefined;
  } while (next !== undefined && rows.length < limit);
  // A whole list has its total, without damaged builds.
  const isWhole = next === undefined && options.after === undefined;
  const total = isWhole ? rows.length : (await host.client.builds.count({ filter }, { signal })).total;
  const isFiltered = Object.keys(filter).length > 0;
  const { rows: _rows, ...rest } = page;
  const builds = rows.map(({ build, ...more }) => ({ ...build, ...more }));
  answer(host, { builds, total, ...rest }, () => historyWords({ ...page, rows, total, isFiltered }, host));
}

/** Adds `history` and the commands below it. */
export function historyCommands(to: Registrar): void {
  const { help } = to.text.history;
  const history = to.group('history', help.summary, showHistory, (command) => {
    addFilterOptions(command, to.text);
    command
      .addOption(new Option('--sort <order>', help.sort).choices(buildOrders))
      .option('--reverse', help.reverse)
      .option('--limit <n>', help.limit)
      .option('--after <cursor>', help.after)
      .option('--log <id>', help.log);
  });
  changeCommands(history);
}
