import type { VariablePlace, VariablesChange } from '#contract/managed-variables';
import { failure } from '#contract/failure';
import { usualPlace } from '#contract/go-variables';
import { projectLines } from '#contract/project-variables';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { diffLines } from '../output/diff.ts';
import { paint } from '../output/paint.ts';
import { confirmed } from '../output/question.ts';
import type { Options, Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';
import { folderOf } from './folder.ts';

/** Variables by name; null takes one out. */
type Changes = Record<string, string | null>;

/** The place of `--in`; undefined: the option is left out. Failures: usage.invalid. */
function placeOf({ text }: Host, given: Options[string]): VariablePlace | undefined {
  if (given === undefined || given === 'go' || given === 'shell') return given;
  const detail = text.variables.unknownPlace(plain(String(given)));
  throw failure('usage.invalid', { detail, see: 'burrow env set --help' });
}

/** The changes of each place. */
function byPlace(changes: Changes, placeFor: (name: string) => VariablePlace): [VariablePlace, Changes][] {
  const grouped = Map.groupBy(Object.entries(changes), ([name]) => placeFor(name));
  return [...grouped].map(([place, entries]) => [place, Object.fromEntries(entries)]);
}

/** Shows the change of each place, asks, and makes it. */
export async function changeVariables(
  host: Host,
  wanted: readonly [VariablePlace, Changes][],
): Promise<number | void> {
  const { variables: text } = host.text;
  const { signal } = host;
  // All are checked before the first is made.
  const shown = await Promise.all(
    wanted.map(async ([place, changes]) => {
      const preview = await host.client.variables.preview({ place, changes }, { signal });
      return { place, changes, preview };
    }),
  );
  const made: VariablesChange[] = [];
  for (const { place, changes, preview } of shown) {
    const files = preview.files.filter(({ diff }) => diff !== '');
    if (files.length > 0) {
      for (const note of preview.notes) host.remark(paint.warn(plain(text.note(note))));
      if (!host.json) for (const { diff } of files) host.remark(diffLines(diff).join('\n'));
      const names = files.map(({ path }) => plain(path));
      if (!(await confirmed(host, text.confirm(names), 'burrow env --help'))) {
        host.remark(text.kept);
        return exitCode.cancelled;
      }
    }
    made.push(await host.client.variables.write({ place, id: preview.id, changes }, { signal }));
  }
  answer(host, { changes: made }, () =>
    made.map(({ entry }) => (entry === null ? text.same : text.undo(entry))).join('\n'),
  );
}

function parsed(host: Host, given: readonly string[]): Record<string, string> {
  const pairs = given.map((each) => {
    const equals = each.indexOf('=');
    if (equals > 0) return [each.slice(0, equals), each.slice(equals + 1)] as const;
    const detail = host.text.variables.form(plain(each));
    throw failure('usage.invalid', { detail, see: 'burrow env set --help' });
  });
  return Object.fromEntries(pairs);
}

async function set(host: Host, given: string[], options: Options): Promise<number | void> {
  const place = placeOf(host, options['in']);
  const variables = parsed(host, given);
  if (options['project'] === true) return showProject(host, variables);
  return changeVariables(
    host,
    byPlace(variables, (name) => place ?? usualPlace(name)),
  );
}

/** For one project alone, the lines are shown and nothing is written. */
function showProject(host: Host, variables: Record<string, string>): void {
  const lines = Object.entries(variables).flatMap(([name, value]) => projectLines(name, value));
  answer(host, { lines }, () =>
    lines.map((line) => `${paint.faint(host.text.variables.reader(line))}\n  ${plain(line.text)}`).join('\n'),
  );
}

/** Without `--in`, a variable is taken out of each place that has it. */
async function unset(host: Host, names: string[], options: Options): Promise<number | void> {
  const place = placeOf(host, options['in']);
  const { variables } = await host.client.variables.list(undefined, { signal: host.signal });
  const placesOf = (name: string): VariablePlace[] => {
    const having = variables.filter((variable) => variable.name === name).map((variable) => variable.place);
    return place ? [place] : having.length > 0 ? having : [usualPlace(name)];
  };
  const pairs = names.flatMap((name) => placesOf(name).map((each) => ({ each, name })));
  const grouped = Map.groupBy(pairs, ({ each }) => each);
  const wanted = [...grouped].map(([each, found]): [VariablePlace, Changes] => [
    each,
    Object.fromEntries(found.map(({ name }) => [name, null])),
  ]);
  return changeVariables(host, wanted);
}

/** Makes the changes that mend what surprises about variables. */
async function fix(host: Host, names: string[], options: Options): Promise<number | void> {
  const { signal } = host;
  const input = { dir: folderOf(host, options) };
  const { surprises } = await host.client.environment.list(input, { signal });
  const fixes = surprises.flatMap((each) =>
    each.fix && each.name !== null && names.includes(each.name) ? [each.fix] : [],
  );
  if (fixes.length === 0) {
    const detail = host.text.variables.nothingToFix(plain(names.join(host.text.common.comma)));
    throw failure('usage.invalid', { detail, see: 'burrow env list' });
  }
  const grouped = Map.groupBy(fixes, ({ place }) => place);
  const wanted = [...grouped].map(([place, found]): [VariablePlace, Changes] => [
    place,
    Object.assign({}, ...found.map(({ changes }) => changes)) as Changes,
  ]);
  return changeVariables(host, wanted);
}

/** Adds `burrow env set`, `burrow env fix` and `burrow env unset`. */
export function envChangeCommands(group: Registrar): void {
  const { variables: text } = group.text;
  group.add('set <variables...>', text.help.set, set, (command) =>
    command.option('--in <place>', text.help.in).option('--project', text.help.project),
  );
  group.add('fix <names...>', text.help.fix, fix, (command) =>
    command.option('--dir <dir>', group.text.common.options.dir),
  );
  group.add('unset <names...>', text.help.unset, unset, (command) =>
    command.option('--in <place>', text.help.in),
  );
}
