import path from 'node:path';
import { Option } from 'commander';
import { maxName, maxNote, thinning } from '#contract/build-orders';
import { failure } from '#contract/failure';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { confirmed } from '../output/question.ts';
import type { Options, Registrar, Run } from '../program.ts';
import { wholeNumber } from '../whole-number.ts';
import { backupsWords, forgottenWords, restoredWords, thinnedWords } from '../words/history.ts';
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

async function forget(host: Host, ids: string[], options: Options): Promise<void> {
  const filter = readFilter(host, options, 'history forget');
  const hasFilter = Object.keys(filter).length > 0;
  if (ids.length > 0 === hasFilter) throw failure('builds.choice-invalid', {});
  const { signal } = host;
  if (hasFilter) {
    const { total } = await host.client.builds.count({ filter }, { signal });
    const isSure =
      total === 0 ||
      (await confirmed(host, host.text.history.askForget(total), 'burrow history forget --help'));
    if (!isSure) return;
  }
  const chosen = hasFilter ? { filter } : { ids: await knownIds(host, ids) };
  const result = await host.client.builds.forgetMany(chosen, { signal });
  answer(host, result, () => thinnedWords(result, host));
}

/** Lists the backups and what was forgotten; brings one back, or builds that were forgotten. */
async function restore(host: Host, what: string[]): Promise<void> {
  const { signal } = host;
  const [name] = what;
  if (name === undefined) {
    const result = await host.client.builds.backups(undefined, { signal });
    const { calls } = await host.client.builds.forgottenMany(undefined, { signal });
    return answer(host, { ...result, forgotten: calls }, () =>
      [backupsWords(result.backups, host), ...forgottenWords(calls, host)].join('\n'),
    );
  }
  const isMoment = what.length === 1 && /^\d{4}-\d\d-\d\dT/.test(name);
  if (isMoment || what.every((each) => /^b?\d+$/i.test(each))) {
    const chosen: Parameters<Client['restoreMany']>[0] = isMoment ? { undo: name } : { ids: what };
    const result = await host.client.builds.restoreMany(chosen, { signal });
    return answer(host, result, () => host.text.history.remembered(result.restored));
  }
  const result = await host.client.builds.restoreBackup({ name }, { signal });
  answer(host, result, () => restoredWords(result, host));
}

async function thin(host: Host, _args: string[], options: Options): Promise<void> {
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
  if (options['dryRun'] === true || plan.count === 0) return answer(host, plan, () => said);
  if (!(await confirmed(host, `${said} ${history.askThin}`, 'burrow history thin --help'))) return;
  const result = await host.client.builds.applyRetention(wanted, { signal });
  answer(host, result, () => thinnedWords(result, host));
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
