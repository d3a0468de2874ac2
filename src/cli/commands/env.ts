import type { GoEnvironment, GoVariable, WhoSet } from '#contract/environment';
import { describeFailure, failure } from '#contract/failure';
import { meaningOf } from '#contract/go-variables';
import type { Surprise } from '#contract/surprises';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';
import { consistencyCommand } from './consistency.ts';
import { envChangeCommands } from './env-change.ts';
import { explainPath, setterLines, withSetters } from './env-setters.ts';
import { folderOf } from './folder.ts';
import { snapshotCommands } from './snapshots.ts';

function variablesOf(host: Host, options: Options): Promise<GoEnvironment> {
  const input = { dir: folderOf(host, options), all: options.all === true };
  return host.client.environment.list(input, { signal: host.signal });
}

/** Of a longer value, `env explain` and `--json` have the rest. */
const maxLength = 300;

function shortened(value: string): string {
  return value.length > maxLength ? `${value.slice(0, maxLength)}…` : value;
}

async function list(host: Host, _args: string[], options: Options): Promise<void> {
  const { signal } = host;
  const [asked, { variables: set }, who] = await Promise.all([
    variablesOf(host, options),
    host.client.variables.list(undefined, { signal }),
    options.who === true ? host.client.environment.whoSet({}, { signal }) : null,
  ]);
  const result =
    who === null ? asked : { ...asked, variables: withSetters(asked.variables, who), unknown: who.unknown };
  const managed = set.filter(({ place }) => place === 'shell');
  const { env: text, variables: words } = host.text;
  answer(host, { ...result, managed }, () => {
    const columns = [text.name, text.value, text.from].map((title) => ({ title }));
    const rows = result.variables.map(({ name, value, origin }) => {
      const isSet = origin.kind === 'environment' || origin.kind === 'file';
      const from = plain(text.origin(origin));
      const shown = isSet ? paint.strong(name) : name;
      const isOdd = result.surprises.some((surprise) => surprise.name === name);
      return [
        isOdd ? `${shown} ${paint.warn('!')}` : shown,
        shortened(plain(value)),
        isSet ? from : paint.faint(from),
      ];
    });
    const others = managed.map(({ name, value, file, line }) => [
      paint.strong(name),
      shortened(plain(value)),
      plain(`${file}:${line}`),
    ]);
    const of = paint.faint(text.of(plain(result.version), plain(result.goroot)));
    return [
      table(columns, rows),
      '',
      of,
      ...(who?.unknown ? [paint.warn(text.notTraced[who.unknown])] : []),
      ...(others.length === 0 ? [] : ['', words.inShells, table(columns, others)]),
      ...result.surprises.flatMap((surprise) => ['', ...surpriseLines(surprise, host)]),
    ].join('\n');
  });
}

function surpriseLines({ reason, severity }: Surprise, { locale }: Host): string[] {
  const { message, hint } = describeFailure(reason, locale);
  const mark = severity === 'notice' ? paint.warn('!') : paint.bad('!');
  return [`${mark} ${plain(message)}`, paint.faint(`  ${plain(hint)}`)];
}

function explained(
  { name, value, origin, hidden }: GoVariable,
  surprises: readonly Surprise[],
  unknown: WhoSet['unknown'],
  host: Host,
): string {
  const { text, locale } = host;
  const meaning = meaningOf(name, locale);
  return [
    `${paint.strong(name)}=${value === '' ? paint.faint(text.env.empty) : plain(value)}`,
    ...(meaning === null ? [] : [`  ${meaning}`]),
    `  ${text.env.comesFrom(plain(text.env.origin(origin)))}`,
    ...setterLines(origin, unknown, text),
    ...hidden.map((each) =>
      paint.faint(`  ${text.env.hides(plain(each.value), plain(text.env.origin(each.origin)))}`),
    ),
    ...surprises.flatMap((surprise) => surpriseLines(surprise, host)),
  ].join('\n');
}

async function explain(host: Host, [name = '']: string[], options: Options): Promise<void> {
  if (name === 'PATH') return explainPath(host);
  const { variables, surprises } = await variablesOf(host, {
    ...options,
    all: /^CGO_|^GOGCCFLAGS$/.test(name),
  });
  const found = variables.find((variable) => variable.name === name);
  if (!found)
    throw failure('usage.invalid', { detail: host.text.env.unknown(plain(name)), see: 'burrow env list' });
  const own = surprises.filter((surprise) => surprise.name === name);
  const isFromEnvironment = [found, ...found.hidden].some(({ origin }) => origin.kind === 'environment');
  const who = isFromEnvironment
    ? await host.client.environment.whoSet({ names: [name] }, { signal: host.signal })
    : null;
  const [variable = found] = who === null ? [] : withSetters([found], who);
  answer(host, { ...variable, surprises: own }, () => explained(variable, own, who?.unknown ?? null, host));
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
  consistencyCommand(group);
  envChangeCommands(group);
  snapshotCommands(group);
}
