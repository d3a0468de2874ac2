import type { StartedAs } from '../consistency.ts';
import type { Locale } from '../locale.ts';
import type { Change, DriftFinding, FactKind, FactState } from '../snapshots.ts';
import { modeName } from './difference.ts';

/** The kinds of facts that are told as "X is this instead of that". */
type Named =
  | 'default'
  | 'compiler'
  | 'processor'
  | 'os'
  | 'path'
  | 'libc'
  | 'pkg-config'
  | 'git'
  | 'engine'
  | 'login-shell'
  | 'release'
  | 'processor-name'
  | 'burrow';

interface Told {
  named: Record<Named, string>;
  runs: (after: string, before: string) => string;
  runsNone: (before: string) => string;
  runsNow: (after: string) => string;
  runsFrom: (version: string, after: string, before: string) => string;
  inShell: (shell: string, mode: string, what: string) => string;
  inApps: (what: string) => string;
  is: (name: string, after: string, before: string) => string;
  isNone: (name: string, before: string) => string;
  isNow: (name: string, after: string) => string;
  comesFrom: (name: string, after: string, before: string) => string;
  installed: (name: string) => string;
  notInstalled: (name: string) => string;
  installedAs: (name: string, after: string, before: string) => string;
  changed: (file: string) => string;
  appeared: (file: string) => string;
  gone: (file: string) => string;
  block: (file: string) => string;
  noBlock: (file: string) => string;
  translated: string;
  notTranslated: string;
  unknown: (id: string) => string;
  empty: string;
  none: string;
  environment: string;
  goDefault: string;
}

const en: Told = {
  named: {
    default: 'the default version',
    compiler: 'the C compiler',
    processor: 'the processor',
    os: 'the system',
    path: 'what PATH has for Go',
    libc: 'the C library',
    'pkg-config': 'pkg-config',
    git: 'git',
    engine: 'the container engine',
    'login-shell': 'the login shell',
    release: 'the release of the system',
    'processor-name': 'the model of the processor',
    burrow: 'Burrow',
  },
  runs: (after, before) => `${after} runs instead of ${before}`,
  runsNone: (before) => `no Go runs instead of ${before}`,
  runsNow: (after) => `${after} runs instead of none`,
  runsFrom: (version, after, before) => `${version} runs from ${after} instead of ${before}`,
  inShell: (shell, mode, what) => `in ${shell} (${mode}), ${what}`,
  inApps: (what) => `in apps from the desktop, ${what}`,
  is: (name, after, before) => `${name} is ${after} instead of ${before}`,
  isNone: (name, before) => `${name} is missing instead of ${before}`,
  isNow: (name, after) => `${name} is ${after} instead of missing`,
  comesFrom: (name, after, before) => `${name} has the same value, from ${after} instead of ${before}`,
  installed: (name) => `${name} is installed as well`,
  notInstalled: (name) => `${name} is not installed`,
  installedAs: (name, after, before) => `${name} is another installation: ${after} instead of ${before}`,
  changed: (file) => `${file} has other content`,
  appeared: (file) => `${file} is new`,
  gone: (file) => `${file} is gone`,
  block: (file) => `${file} has other content, with Burrow's block`,
  noBlock: (file) => `${file} has other content, without Burrow's block`,
  translated: 'Burrow runs under Rosetta',
  notTranslated: 'Burrow runs natively and not under Rosetta',
  unknown: (id) => `nothing is known here of ${id}`,
  empty: 'empty',
  none: 'none',
  environment: 'the environment',
  goDefault: "Go's default",
};

const zhCN: Told = {
  named: {
    default: '默认版本',
    compiler: 'C 编译器',
    processor: '处理器',
    os: '系统',
    path: 'PATH 中与 Go 有关的条目',
    libc: 'C 库',
    'pkg-config': 'pkg-config',
    git: 'git',
    engine: '容器引擎',
    'login-shell': '登录 Shell',
    release: '系统版本',
    'processor-name': '处理器型号',
    burrow: 'Burrow',
  },
  runs: (after, before) => `运行的是 ${after}，而不是 ${before}`,
  runsNone: (before) => `没有可运行的 Go，而不是 ${before}`,
  runsNow: (after) => `运行的是 ${after}，另一方没有 Go`,
  runsFrom: (version, after, before) => `${version} 从 ${after} 运行，而不是 ${before}`,
  inShell: (shell, mode, what) => `在 ${shell}（${mode}）中，${what}`,
  inApps: (what) => `在从桌面启动的应用中，${what}`,
  is: (name, after, before) => `${name} 为 ${after}，而不是 ${before}`,
  isNone: (name, before) => `没有 ${name}，另一方为 ${before}`,
  isNow: (name, after) => `${name} 为 ${after}，另一方没有`,
  comesFrom: (name, after, before) => `${name} 的值相同，但来自 ${after}，而不是 ${before}`,
  installed: (name) => `多安装了 ${name}`,
  notInstalled: (name) => `未安装 ${name}`,
  installedAs: (name, after, before) => `${name} 的安装方式为 ${after}，而不是 ${before}`,
  changed: (file) => `${file} 的内容不同`,
  appeared: (file) => `新增了 ${file}`,
  gone: (file) => `${file} 已不存在`,
  block: (file) => `${file} 的内容不同，含有 Burrow 的内容`,
  noBlock: (file) => `${file} 的内容不同，没有 Burrow 的内容`,
  translated: 'Burrow 在 Rosetta 下运行',
  notTranslated: 'Burrow 以原生方式运行，而不是在 Rosetta 下',
  unknown: (id) => `此处无法得知 ${id}`,
  empty: '空值',
  none: '无',
  environment: '环境变量',
  goDefault: 'Go 的默认值',
};

const languages: Record<Locale, Told> = { en, 'zh-CN': zhCN };

/** Of a longer value, the table of values has the rest. */
const maxLength = 120;

/** What a sentence about a change needs. */
type Difference = Pick<Change, 'kind' | 'name' | 'mode' | 'before' | 'after'>;

/** A change as a sentence without a full stop, in the user's language. Pure. */
export function tellChange(change: Difference, locale: Locale): string {
  const told = languages[locale];
  const { kind, name, before, after } = change;
  switch (kind) {
    case 'go':
      return tellGo(before, after, told);
    case 'start':
      return tellStart(change, locale, tellGo(before, after, told));
    case 'variable':
      return tellValue(name, before, after, told);
    case 'translated':
      return after.value === 'true' ? told.translated : told.notTranslated;
    case 'toolchain':
    case 'shell':
      return tellInstalled(name, before, after, told);
    case 'profile':
      return tellProfile(name, before, after, told);
    default:
      return tellValue(told.named[kind], before, after, told);
  }
}

/** A finding of a baseline as a sentence without a full stop, in the user's language. Pure. */
export function tellDrift(finding: DriftFinding, locale: Locale): string {
  const { kind, name, mode, id, expected, found } = finding;
  if (finding.problem === 'unknown' || kind === null) return languages[locale].unknown(shortened(id));
  const state = (value: string | null): FactState => ({ value, origin: null, file: null, line: null });
  return tellChange({ kind, name, mode, before: state(expected), after: state(found) }, locale);
}

/** A value as it is shown beside another. Pure. */
export function shownValue(kind: FactKind, { value }: Pick<FactState, 'value'>, locale: Locale): string {
  if (value === null) return languages[locale].none;
  // Enough of a hash to tell two apart.
  if (kind === 'profile') return value.slice(0, 12);
  return value === '' ? languages[locale].empty : value;
}

/** Where a value comes from: a file with its line, or the environment; empty: it has no place. Pure. */
export function placeOf(kind: FactKind, state: FactState, locale: Locale): string {
  const { file, line, origin } = state;
  if (file !== null) return line === null ? file : `${file}:${line}`;
  if (kind !== 'variable' || origin === null) return '';
  return origin === 'environment' ? languages[locale].environment : languages[locale].goDefault;
}

function shortened(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

function tellGo(before: FactState, after: FactState, told: Told): string {
  if (after.value === null) return told.runsNone(before.value ?? told.none);
  if (before.value === null) return told.runsNow(after.value);
  if (before.value !== after.value) return told.runs(after.value, before.value);
  return told.runsFrom(after.value, after.file ?? told.none, before.file ?? told.none);
}

function tellStart({ name, mode }: Difference, locale: Locale, what: string): string {
  const started: StartedAs = mode ?? 'script';
  const told = languages[locale];
  return started === 'desktop' ? told.inApps(what) : told.inShell(name, modeName(started, locale), what);
}

function tellValue(name: string, before: FactState, after: FactState, told: Told): string {
  const [was, is] = [quoted(before.value, told), quoted(after.value, told)];
  if (after.value === null) return told.isNone(name, was);
  if (before.value === null) return told.isNow(name, is);
  if (before.value !== after.value) return told.is(name, is, was);
  return told.comesFrom(name, originIn(after, told), originIn(before, told));
}

function quoted(value: string | null, told: Told): string {
  if (value === null) return told.none;
  return value === '' ? told.empty : shortened(value);
}

function originIn({ file, line, origin }: FactState, told: Told): string {
  if (file !== null) return line === null ? file : `${file}:${line}`;
  return origin === 'environment' ? told.environment : told.goDefault;
}

function tellInstalled(name: string, before: FactState, after: FactState, told: Told): string {
  if (after.value === null) return told.notInstalled(name);
  if (before.value === null) return told.installed(name);
  const how = ({ value, origin }: FactState) => [value, origin].filter(Boolean).join(', ') || told.none;
  return told.installedAs(name, how(after), how(before));
}

function tellProfile(file: string, before: FactState, after: FactState, told: Told): string {
  if (after.value === null) return told.gone(file);
  if (before.value === null) return told.appeared(file);
  if (before.origin === after.origin) return told.changed(file);
  return after.origin === 'block' ? told.block(file) : told.noBlock(file);
}
