import { describeMistake, describeVerdict, explainVerdict, isGood } from '#contract/describe-proxies';
import { failure } from '#contract/failure';
import { meaningOf } from '#contract/go-variables';
import type { ModuleRoute, ProxyCheck, ProxyMistake, ProxyReport, ProxySettings } from '#contract/proxies';
import { proxyPresets } from '#contract/proxy-presets';
import { drain } from '#contract/streams';
import { formatDuration } from '#contract/units';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Options, Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';
import { changeVariables } from './env-change.ts';
import { folderOf } from './folder.ts';

function mistakeLines(mistake: ProxyMistake, { text, locale }: Host): string[] {
  const { name, value, right } = mistake;
  return [
    paint.warn(`${name}=${plain(value)}`),
    `  ${plain(describeMistake(mistake, locale))}`,
    ...(right === null ? [] : [`  ${text.proxy.wrong(`${name}=${plain(right)}`)}`]),
  ];
}

function settingsText(
  { value, origin, entries, preset, mistakes, variables }: ProxySettings,
  host: Host,
): string {
  const { proxy: text, env } = host.text;
  const current = table(
    [text.proxy, text.next].map((title) => ({ title })),
    entries.map(({ url, next }, index) => [
      plain(url),
      index === entries.length - 1 ? '' : paint.faint(text.nexts[next]),
    ]),
  );
  const presets = table(
    [text.name, text.value].map((title) => ({ title })),
    proxyPresets.map((each) => [
      each.name === preset ? paint.strong(each.name) : each.name,
      [each.value ?? text.unset, ...(each.name === preset ? [paint.good(text.inUse)] : [])].join('  '),
    ]),
  );
  const others = table(
    [env.name, env.value, ''].map((title) => ({ title })),
    Object.entries(variables)
      .filter(([name]) => name !== 'GOPROXY')
      .map(([name, set]) => [
        name,
        set === '' ? paint.faint(env.empty) : plain(set),
        paint.faint(meaningOf(name, host.locale) ?? ''),
      ]),
  );
  return [
    `GOPROXY=${plain(value)}  ${paint.faint(plain(env.origin(origin)))}`,
    '',
    current,
    ...mistakes.flatMap((mistake) => ['', ...mistakeLines(mistake, host)]),
    '',
    presets,
    '',
    others,
  ].join('\n');
}

async function list(host: Host, _args: string[], options: Options): Promise<void> {
  const input = { dir: folderOf(host, options) };
  const result = await host.client.proxies.settings(input, { signal: host.signal });
  answer(host, { ...result, presets: proxyPresets }, () => settingsText(result, host));
}

/** The value of GOPROXY that a name, an address or a list stands for; null: unset. Failures: usage.invalid. */
function valueOf(host: Host, given: string): string | null {
  const preset = proxyPresets.find(({ name }) => name === given);
  if (preset) return preset.value;
  if (/[,|]/.test(given)) return given;
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(given)) {
    throw failure('usage.invalid', {
      detail: host.text.proxy.unknownName(plain(given)),
      see: 'burrow proxy list',
    });
  }
  // As the presets: modules that a proxy lacks come from their own host.
  return `${given},direct`;
}

function checkText(check: ProxyCheck | null, { text }: Host): string {
  if (check === null) return paint.faint('–');
  const { outcome, status } = check;
  const { outcomes } = text.proxy;
  if (outcome === 'ok') return paint.good(outcomes.ok);
  if (outcome === 'missing') return paint.faint(outcomes.missing);
  return paint.bad(status === null ? outcomes[outcome] : `${outcomes[outcome]} (${status})`);
}

function reportRow(report: ProxyReport, host: Host): string[] {
  const { text, locale } = host;
  const { latency, isRight } = report;
  const hash = isRight === null ? 'unknown' : isRight ? 'right' : 'wrong';
  const checks = (['list', 'info', 'mod', 'zip', 'toolchain', 'database'] as const).map((name) =>
    checkText(report[name], host),
  );
  return [
    plain(report.url),
    ...checks,
    latency === null ? '' : formatDuration(latency.median, locale),
    hash === 'wrong' ? paint.bad(text.proxy.hash.wrong) : text.proxy.hash[hash],
  ];
}

async function test(host: Host, [given]: string[], options: Options): Promise<number> {
  const { proxy: text } = host.text;
  const value = given === undefined ? undefined : valueOf(host, given);
  const input = {
    dir: folderOf(host, options),
    ...(value !== undefined && { value }),
    ...(typeof options.module === 'string' && { module: options.module }),
  };
  const stream = host.client.proxies.test(input, { signal: host.signal });
  const result = await drain(stream, ({ url }) => {
    if (!host.json) host.remark(paint.faint(text.asked(plain(url))));
  });
  const works = isGood(result.verdict);
  answer(host, result, () => {
    const columns = [text.proxy, ...Object.values(text.columns)].map((title) => ({ title }));
    const { verdict } = result;
    const said = [describeVerdict(verdict, host.locale), explainVerdict(verdict, host.locale) ?? ''];
    const sentence = plain(said.join(' ').trimEnd());
    return [
      works ? paint.good(sentence) : paint.bad(sentence),
      ...(result.right === null ? [] : [text.wrong(`GOPROXY=${plain(result.right)}`)]),
      '',
      text.tested(plain(result.module)),
      table(
        columns,
        result.proxies.map((report) => reportRow(report, host)),
      ),
    ].join('\n');
  });
  return works ? exitCode.done : exitCode.found;
}

async function use(host: Host, [given = '']: string[]): Promise<number | void> {
  return changeVariables(host, [['go', { GOPROXY: valueOf(host, given) }]], 'burrow proxy --help');
}

function routeText(found: ModuleRoute, host: Host): string {
  const { proxy: text } = host.text;
  const [first] = found.proxies;
  const way =
    first?.url === 'direct'
      ? [text.direct(plain(found.module))]
      : first?.url === 'off'
        ? [text.off]
        : found.proxies.map(({ url, next }, index) =>
            index === found.proxies.length - 1
              ? plain(url)
              : `${plain(url)}  ${paint.faint(text.nexts[next])}`,
          );
  return [
    ...way,
    ...(found.excluded
      ? [paint.faint(text.excluded(found.excluded.name, plain(found.excluded.pattern)))]
      : []),
    ...(found.database === null ? [] : [text.checked(plain(found.database))]),
    ...(found.unchecked
      ? [paint.warn(text.unchecked(found.unchecked.name, plain(found.unchecked.pattern)))]
      : []),
    ...(found.insecure ? [paint.warn(text.insecure)] : []),
    ...(found.mistake ? mistakeLines(found.mistake, host) : []),
  ].join('\n');
}

async function route(host: Host, [module = '']: string[], options: Options): Promise<void> {
  const input = { dir: folderOf(host, options), module };
  const result = await host.client.proxies.route(input, { signal: host.signal });
  answer(host, result, () => routeText(result, host));
}

export function proxyCommands(to: Registrar): void {
  const { proxy, common } = to.text;
  const group = to.group('proxy', proxy.help.summary);
  group.add('list', proxy.help.list, list, (command) => command.option('--dir <dir>', common.options.dir));
  group.add('test [proxy]', proxy.help.test, test, (command) =>
    command.option('--dir <dir>', common.options.dir).option('--module <module>', proxy.help.module),
  );
  group.add('use <proxy>', proxy.help.use, use);
  group.add('route <module>', proxy.help.route, route, (command) =>
    command.option('--dir <dir>', common.options.dir),
  );
}
