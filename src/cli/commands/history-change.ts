import path from 'node:path';
import { Option } from 'commander';
import { maxName, maxNote, thinning } from '#contract/build-orders';
import { failure } from '#contract/failure';
import type { ManyProgress } from '#contract/listed-builds';
import { drain } from '#contract/streams';
import { formatNumber } from '#contract/units';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { progressOnOneLine } from '../output/one-line.ts';
import { paint } from '../output/paint.ts';
import { bar } from '../output/progress.ts';
import { confirmed } from '../output/question.ts';
import type { Options, Registrar, Run } from '../program.ts';
import { wholeNumber } from '../whole-number.ts';
import {
  backupsWords,
  forgottenWords,
  rememberedWords,
  restoredWords,
  thinnedWords,
} from '../words/history.ts';
import { addFilterOptions, readFilter } from './history-filter.ts';

type Client = Host['client']['builds'];

/** The ids, each once. Fails with build.unknown before anything is changed. */
async function knownIds(host: Host, ids: readonly string[]): Promise<string[]> {
  const known = new Set<string>();
  for (const id of ids) known.add((await host.client.builds.show({ id }, { signal: host.signal })).build.id);
  return [...known];
}

/** Pins builds, or unpins them. */
function pinning(pinned: boolean): Run {
  return async (host, given) => {
    const ids = await knownIds(host, given);
    const builds = [];
    for (const id of ids) {
      builds.push((await host.client.builds.annotate({ id, pinned }, { signal: host.signal })).build);
    }
    const { history, common } = host.text;
    const named = builds.map(({ id }) => id).join(common.comma);
    answer(host, { builds }, () => (pinned ? history.pinned(named) : history.unpinned(named)));
  };
}

/** Gives a build a name or a note; an empty text takes it away. */
function annotating(what: 'name' | 'note'): Run {
  return async (host, [id = '', text = '']) => {
    const max = what === 'name' ? maxName : maxNote;
    if (text.length > max) {
      const detail = host.text.history.tooLong[what](max, text.length);
      throw failure('usage.invalid', { detail, see: `burrow history ${what} --help` });
    }
    const given = what === 'name' ? { name: text } : { note: text };
    const { build } = await host.client.builds.annotate({ id, ...given }, { signal: host.signal });
    answer(host, { build }, () =>
      host.text.history[what === 'name' ? 'named' : 'noted'](build.id, build[what]),
    );
  };
}

/** Shows how far a change of many builds is, then what it did; one that was cancelled says what it had done until then. */
async function finish<Result extends { cancelled: boolean }>(
  host: Host,
  events: AsyncIterator<ManyProgress, Result>,
  doing: 'forgetting' | 'restoring',
  words: (result: Result, host: Host) => string,
): Promise<number> {
  const line = progressOnOneLine(host);
  const { history, install } = host.text;
  const number = (n: number) => formatNumber(n, host.locale);
  let result: Result;
  try {
    result = await drain(events, ({ done, total }) => {
      const parts = [history[doing], bar(done / total), install.bytesOf(number(done), number(total))];
      line.update(parts.join('  '), String(Math.floor((10 * done) / total)));
    });
  } finally {
    line.end();
  }
  answer(host, result, () =>
    [...(result.cancelled ? [paint.warn(history.cancelled)] : []), words(result, host)].join('\n'),
  );
  return result.cancelled ? exitCode.cancelled : exitCode.done;
}

async function forget(host: Host, ids: string[], options: Options): Promise<number | undefined> {
  const filter = readFilter(host, options, 'history forget');
  const hasFilter = Object.keys(filter).length > 0;
  if (ids.length > 0 === hasFilter) throw failure('builds.choice-invalid', {});
  const { signal } = host;
  if (hasFilter) {
    const { total } = await host.client.builds.count({ filter }, { signal });
    const isSure =
      total === 0 ||
      (await confirmed(host, host.text.history.askForget(total), 'burrow history forget --help'));
    if (!isSure) return undefined;
  }
  const chosen = hasFilter ? { filter } : { ids: await knownIds(host, ids) };
  return finish(host, await host.client.builds.forgetMany(chosen, { signal }), 'forgetting', thinnedWords);
}

/** Lists the backups and what was forgotten; brings one back, or builds that were forgotten. */
async function restore(host: Host, what: string[]): Promise<number | undefined> {
  const { signal } = host;
  const [name] = what;
  if (name === undefined) {
    const result = await host.client.builds.backups(undefined, { signal });
    const { calls } = await host.client.builds.forgottenMany(undefined, { signal });
    answer(host, { ...result, forgotten: calls }, () =>
      [backupsWords(result.backups, host), ...forgottenWords(calls, host)].join('\n'),
    );
    return undefined;
  }
  const isMoment = what.length === 1 && /^\d{4}-\d\d-\d\dT/.test(name);
  if (isMoment || what.every((each) => /^b?\d+$/i.test(each))) {
    const chosen: Parameters<Client['restoreMany']>[0] = isMoment ? { undo: name } : { ids: what };
    return finish(
      host,
      await host.client.builds.restoreMany(chosen, { signal }),
      'restoring',
      rememberedWords,
    );
  }
  const result = await host.client.builds.restoreBackup({ name }, { signal });
  answer(host, result, () => restoredWords(result, host));
  return undefined;
}

async function thin(host: Host, _args: string[], options: Options): Promise<number | undefined> {
  const limits = { command: 'history thin', option: 'keep-days', min: 0, max: 36_500 };
  const keepDays = wholeNumber(host, { ...options, 'keep-days': options['keepDays'] }, limits) ?? 30;
  const thenOneA = (options.then ?? 'week') as (typeof thinning)[number];
  const project =
    options.project === undefined ? undefined : path.resolve(host.system.cwd, String(options.project));
  const wanted = { project, rules: { keepDays, thenOneA } };
  const { signal } = host;
  const plan = await host.client.builds.planRetention(wanted, { signal });
  const { history } = host.text;
  const said = history.plan(plan.count, plan.kept, plan.bytes, host.locale);
  if (options['dryRun'] === true || plan.count === 0) {
    answer(host, plan, () => said);
    return undefined;
  }
  if (!(await confirmed(host, `${said} ${history.askThin}`, 'burrow history thin --help'))) return undefined;
  return finish(
    host,
    await host.client.builds.applyRetention(wanted, { signal }),
    'forgetting',
    thinnedWords,
  );
}

async function writeRecords(host: Host, [file = '']: string[], options: Options): Promise<void> {
  const filter = readFilter(host, options, 'history export');
  const to = path.resolve(host.system.cwd, file);
  const result = await host.client.builds.exportRecords(
    { path: to, filter, replace: options['force'] === true },
    { signal: host.signal },
  );
  answer(host, result, () => {
    const words = host.text.history;
    const { builds, path: written, withoutFiles } = result;
    return [
      words.exported(builds, written),
      ...(withoutFiles > 0 ? [words.withoutFiles(withoutFiles)] : []),
    ].join('\n');
  });
}

async function readRecords(host: Host, [file = '']: string[]): Promise<void> {
  const from = path.resolve(host.system.cwd, file);
  const result = await host.client.builds.importRecords({ path: from }, { signal: host.signal });
  answer(host, result, () => host.text.history.imported(result.added, result.known));
}

/** Adds the commands that change the history. */
export function changeCommands(to: Registrar): void {
  const { help } = to.text.history;
  to.add('pin <ids...>', help.pin, pinning(true));
  to.add('unpin <ids...>', help.unpin, pinning(false));
  to.add('name <id> <text>', help.name, annotating('name'));
  to.add('note <id> <text>', help.note, annotating('note'));
  to.add('forget [ids...]', help.forget, forget, (command) => addFilterOptions(command, to.text));
  to.add('restore [what...]', help.restore, restore, (command) => {
    command.addHelpText('after', `\n${help.restoreWhat}`);
  });
  to.add('thin', help.thin, thin, (command) =>
    command
      .option('--project <dir>', help.project)
      .option('--keep-days <n>', help.keepDays)
      .addOption(new Option('--then <period>', help.period).choices(thinning))
      .option('--dry-run', help.dryRun)
      .addHelpText('after', `\n${help.thinRules}`),
  );
  to.add('export <file>', help.export, writeRecords, (command) => {
    addFilterOptions(command, to.text);
    command.option('--force', help.force);
  });
  to.add('import <file>', help.import, readRecords);
}
