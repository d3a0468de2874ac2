import type { GoEnvironment, GoVariable, VariableOrigin, WhoSet } from '#contract/environment';
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
import { withSetters } from './env-setters.ts';
import { folderOf } from './folder.ts';

function variablesOf(host: Host, options: Options): Promise<GoEnvironment> {
  const input = { dir: folderOf(host, options), all: options.all === true };
  return host.client.environment.list(input, { signal: host.signal });
}

async function list(host: Host, _args: string[], options: Options): Promise<void> {
  const [asked, who] = await Promise.all([
    variablesOf(host, options),
    options.who === true ? host.client.environment.whoSet({}, { signal: host.signal }) : null,
  ]);
  const result =
    who === null ? asked : { ...asked, variables: withSetters(asked.variables, who), unknown: who.unknown };
  const { env: text } = host.text;
  answer(host, result, () => {
    const columns = [text.name, text.value, text.from].map((title) => ({ title }));
    const rows = result.variables.map(({ name, value, origin }) => {
      const isSet = origin.kind === 'environment' || origin.kind === 'file';
      const from = plain(text.origin(origin));
      return [isSet ? paint.strong(name) : name, plain(value), isSet ? from : paint.faint(from)];
    });
    const of = paint.faint(text.of(plain(result.version), plain(result.goroot)));
    const unknown = who?.unknown ? [paint.warn(text.notTraced[who.unknown])] : [];
    return [table(columns, rows), '', of, ...unknown].join('\n');
  });
}

/** How the start of the shell came to the line that sets the variable. */
function setterLines({ setBy }: VariableOrigin, unknown: WhoSet['unknown'], { env }: Host['text']): string[] {
  if (setBy === undefined) return [];
  if (setBy === null) return [paint.faint(`  ${unknown === null ? env.noSetter : env.notTraced[unknown]}`)];
  return setBy.through.map((call) =>
    paint.faint(
      `  ${env.through(call.function && plain(call.function), plain(`${call.file}:${call.line}`))}`,
    ),
  );
}

function explained(
  { name, value, origin, hidden }: GoVariable,
  unknown: WhoSet['unknown'],
  { text, locale }: Host,
): string {
  const meaning = meaningOf(name, locale);
  const isHiding = value === '' && origin.kind === 'file';
  return [
    `${paint.strong(name)}=${value === '' ? paint.faint(text.env.empty) : plain(value)}`,
    ...(meaning === null ? [] : [`  ${meaning}`]),
    `  ${text.env.from}: ${plain(text.env.origin(origin))}`,
    ...setterLines(origin, unknown, text),
    ...hidden.map((each) =>
      paint.faint(`  ${text.env.hides(plain(each.value), plain(text.env.origin(each.origin)))}`),
    ),
    ...(isHiding ? [paint.warn(`  ${text.env.emptyHides}`)] : []),
  ].join('\n');
}

async function explain(host: Host, [name = '']: string[], options: Options): Promise<void> {
  if (name === 'PATH') return explainPath(host);
  const { variables } = await variablesOf(host, { ...options, all: /^CGO_|^GOGCCFLAGS$/.test(name) });
  const found = variables.find((variable) => variable.name === name);
  if (!found)
    throw failure('usage.invalid', { detail: host.text.env.unknown(plain(name)), see: 'burrow env list' });
  if (![found, ...found.hidden].some(({ origin }) => origin.kind === 'environment')) {
    return answer(host, found, () => explained(found, null, host));
  }
  const who = await host.client.environment.whoSet({ names: [name] }, { signal: host.signal });
  const [variable = found] = withSetters([found], who);
  answer(host, variable, () => explained(variable, who.unknown, host));
}

/** Each folder of PATH, with the line that put it there. */
async function explainPath(host: Host): Promise<void> {
  const { path, shell, unknown } = await host.client.environment.whoSet(
    { names: ['PATH'] },
    { signal: host.signal },
  );
  const { env: text } = host.text;
  answer(host, { name: 'PATH', path, shell, unknown }, () => {
    const columns = [text.folder, text.from].map((title) => ({ title }));
    const rows = path.map(({ folder, setBy }) => [
      plain(folder),
      setBy ? plain(`${setBy.file}:${setBy.line}`) : paint.faint(text.noLine),
    ]);
    return [table(columns, rows), ...(unknown ? ['', paint.warn(text.notTraced[unknown])] : [])].join('\n');
  });
}

/** Shows the change, asks, and makes it. */
async function write(host: Host, variables: Record<string, string | null>): Promise<number | void> {
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
  return write(host, Object.fromEntries(variables));
}

async function unset(host: Host, names: string[]): Promise<number | void> {
  return write(host, Object.fromEntries(names.map((name) => [name, null])));
}

export function envCommands(to: Registrar): void {
  const { env, common } = to.text;
  const group = to.group('env', env.help.summary);
  group.add('list', env.help.list, list, (command) =>
    command
      .option('--dir <dir>', common.options.dir)
      .option('--all', env.help.all)
      .option('--who', env.help.who),
  );
  group.add('explain <name>', env.help.explain, explain, (command) =>
    command.option('--dir <dir>', common.options.dir),
  );
  group.add('set <variables...>', env.help.set, set);
  group.add('unset <names...>', env.help.unset, unset);
}
