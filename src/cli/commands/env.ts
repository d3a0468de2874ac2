import type { GoEnvironment, GoVariable } from '#contract/environment';
import { failure } from '#contract/failure';
import { meaningOf } from '#contract/go-variables';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { diffLines } from '../output/diff.ts';
import { paint } from '../output/paint.ts';
import { confirmed } from '../output/question.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';
import { folderOf } from './folder.ts';

function variablesOf(host: Host, options: Options): Promise<GoEnvironment> {
  const input = { dir: folderOf(host, options), all: options.all === true };
  return host.client.environment.list(input, { signal: host.signal });
}

async function list(host: Host, _args: string[], options: Options): Promise<void> {
  const result = await variablesOf(host, options);
  const { env: text } = host.text;
  answer(host, result, () => {
    const columns = [text.name, text.value, text.from].map((title) => ({ title }));
    const rows = result.variables.map(({ name, value, origin }) => {
      const isSet = origin.kind === 'environment' || origin.kind === 'file';
      const from = plain(text.origin(origin));
      return [isSet ? paint.strong(name) : name, plain(value), isSet ? from : paint.faint(from)];
    });
    const of = paint.faint(text.of(plain(result.version), plain(result.goroot)));
    return [table(columns, rows), '', of].join('\n');
  });
}

function explained({ name, value, origin, hidden }: GoVariable, { text, locale }: Host): string {
  const meaning = meaningOf(name, locale);
  const isHiding = value === '' && origin.kind === 'file';
  return [
    `${paint.strong(name)}=${value === '' ? paint.faint(text.env.empty) : plain(value)}`,
    ...(meaning === null ? [] : [`  ${meaning}`]),
    `  ${text.env.from}: ${plain(text.env.origin(origin))}`,
    ...hidden.map((each) =>
      paint.faint(`  ${text.env.hides(plain(each.value), plain(text.env.origin(each.origin)))}`),
    ),
    ...(isHiding ? [paint.warn(`  ${text.env.emptyHides}`)] : []),
  ].join('\n');
}

async function explain(host: Host, [name = '']: string[], options: Options): Promise<void> {
  const { variables } = await variablesOf(host, { ...options, all: /^CGO_|^GOGCCFLAGS$/.test(name) });
  const found = variables.find((variable) => variable.name === name);
  if (!found)
    throw failure('usage.invalid', { detail: host.text.env.unknown(plain(name)), see: 'burrow env list' });
  answer(host, found, () => explained(found, host));
}

/** Shows the change, asks, and makes it. */
export async function writeVariables(
  host: Host,
  variables: Record<string, string | null>,
): Promise<number | void> {
  const { env: text } = host.text;
  const { signal } = host;
  const { id, file, diff, shadowed } = await host.client.environment.preview({ variables }, { signal });
  for (const name of shadowed) host.remark(paint.warn(text.shadowed(name)));
  if (diff !== '' && !host.json) host.remark(diffLines(diff).join('\n'));
  if (diff !== '' && !(await confirmed(host, text.confirm(plain(file)), 'burrow env --help'))) {
    host.remark(text.kept);
    return exitCode.cancelled;
  }
  const result = await host.client.environment.write({ id, variables }, { signal });
  answer(host, result, () => (result.entry === null ? text.same : text.undo(result.entry)));
}

async function set(host: Host, given: string[]): Promise<number | void> {
  const variables = given.map((each) => {
    const equals = each.indexOf('=');
    if (equals > 0) return [each.slice(0, equals), each.slice(equals + 1)] as const;
    throw failure('usage.invalid', { detail: host.text.env.form(plain(each)), see: 'burrow env set --help' });
  });
  return writeVariables(host, Object.fromEntries(variables));
}

async function unset(host: Host, names: string[]): Promise<number | void> {
  return writeVariables(host, Object.fromEntries(names.map((name) => [name, null])));
}

export function envCommands(to: Registrar): void {
  const { env, common } = to.text;
  const group = to.group('env', env.help.summary);
  group.add('list', env.help.list, list, (command) =>
    command.option('--dir <dir>', common.options.dir).option('--all', env.help.all),
  );
  group.add('explain <name>', env.help.explain, explain, (command) =>
    command.option('--dir <dir>', common.options.dir),
  );
  group.add('set <variables...>', env.help.set, set);
  group.add('unset <names...>', env.help.unset, unset);
}
