import type { StartDifference, StartedAs, StartedGo } from '../consistency.ts';
import type { Locale } from '../locale.ts';

/** How a difference between starts is told. */
export interface ToldDifference {
  /** `bash, interactive`. */
  who: string;
  /** `/usr/local/go/bin is put in front of ~/.burrow/shims, so go1.20.3 runs`. */
  what: string;
  /** `~/.bashrc:41`, or the line that sets it elsewhere, or that it is not known; null: no line is to blame. */
  at: string | null;
}

type GoDifference = Extract<StartDifference, { kind: 'go' }>;
type Told = {
  mode: Record<StartedAs, string>;
  apps: string;
  /** Of a shell, in every mode that it has. */
  everyStart: string;
  who: (shell: string, modes: string) => string;
  noGo: string;
  noVersion: string;
  notInstalled: (version: string) => string;
  /** What Burrow's shim runs where no Go is selected. */
  notSelected: string;
  cause: Record<
    GoDifference['cause'],
    (its: { folder: string; usualFolder: string; found: string; usual: string }) => string
  >;
  set: (name: string, value: string) => string;
  setInstead: (name: string, value: string, usual: string) => string;
  unset: (name: string, usual: string) => string;
  unknownLine: string;
  usualLine: (place: string) => string;
  list: (items: string[]) => string;
  all: (items: string[]) => string;
};

const en: Told = {
  mode: {
    script: 'script',
    login: 'login',
    interactive: 'interactive',
    'login-interactive': 'login and interactive',
    desktop: 'apps',
  },
  apps: 'apps from the desktop',
  everyStart: 'every start',
  who: (shell, modes) => `${shell}, ${modes}`,
  noGo: 'no Go',
  noVersion: 'a Go of unknown version',
  notInstalled: (version) => `${version} (not installed)`,
  notSelected: 'no Go (none is selected)',
  cause: {
    'in-front': ({ folder, usualFolder, found }) =>
      `${folder} is put in front of ${usualFolder}, so ${found} runs`,
    instead: ({ folder, usualFolder, found }) =>
      `${usualFolder} is not in PATH but ${folder} is, so ${found} runs`,
    missing: ({ folder }) => `no Go runs: ${folder} is not in PATH`,
    extra: ({ folder, found }) => `${folder} is in PATH, so ${found} runs; usually there is no Go in PATH`,
    resolved: ({ found, usual }) =>
      `the same program runs ${found} and not ${usual}, because a variable differs`,
    alias: () => '`go` is an alias, which hides the program in PATH',
    function: () => '`go` is a function, which hides the program in PATH',
    'not-hidden': ({ found }) =>
      `usually \`go\` is an alias or a function; here it is the program in PATH: ${found}`,
  },
  set: (name, value) => `${name} is ${value}; usually it is not set`,
  setInstead: (name, value, usual) => `${name} is ${value} and not ${usual}`,
  unset: (name, usual) => `${name} is not set; usually it is ${usual}`,
  unknownLine: 'which line does this is not known',
  usualLine: (place) => `where it is usual, ${place} sets it`,
  list: (items) => items.join(', '),
  all: (items) => items.join('; '),
};

const zhCN: Told = {
  mode: {
    script: '脚本',
    login: '登录',
    interactive: '交互',
    'login-interactive': '登录且交互',
    desktop: '应用',
  },
  apps: '从桌面启动的应用',
  everyStart: '每次启动',
  who: (shell, modes) => `${shell}（${modes}）`,
  noGo: '没有 Go',
  noVersion: '版本未知的 Go',
  notInstalled: (version) => `${version}（未安装）`,
  notSelected: '（未选择 Go）',
  cause: {
    'in-front': ({ folder, usualFolder, found }) =>
      `${folder} 被放到 ${usualFolder} 之前，因此运行的是 ${found}`,
    instead: ({ folder, usualFolder, found }) =>
      `PATH 中没有 ${usualFolder}，却有 ${folder}，因此运行的是 ${found}`,
    missing: ({ folder }) => `没有可运行的 Go：PATH 中没有 ${folder}`,
    extra: ({ folder, found }) => `PATH 中有 ${folder}，因此运行的是 ${found}；通常 PATH 中没有 Go`,
    resolved: ({ found, usual }) => `由于某个变量不同，同一程序运行的是 ${found} 而不是 ${usual}`,
    alias: () => '`go` 是一个别名，遮盖了 PATH 中的程序',
    function: () => '`go` 是一个函数，遮盖了 PATH 中的程序',
    'not-hidden': ({ found }) => `\`go\` 通常是别名或函数，此处则是 PATH 中的程序：${found}`,
  },
  set: (name, value) => `${name} 为 ${value}，通常未设置`,
  setInstead: (name, value, usual) => `${name} 为 ${value}，而不是 ${usual}`,
  unset: (name, usual) => `${name} 未设置，通常为 ${usual}`,
  unknownLine: '不清楚由哪一行造成',
  usualLine: (place) => `通常由 ${place} 设置`,
  list: (items) => items.join('、'),
  all: (items) => items.join('；'),
};

const languages: Record<Locale, Told> = { en, 'zh-CN': zhCN };

/** Tells a difference in the user's language; `shown` shortens paths. Pure. */
export function tellDifference(
  difference: StartDifference,
  locale: Locale,
  shown: (path: string) => string,
): ToldDifference {
  const told = languages[locale];
  const { at, usualAt } = difference;
  const place = at && `${shown(at.file)}:${at.line}`;
  const usual = usualAt && told.usualLine(`${shown(usualAt.file)}:${usualAt.line}`);
  return {
    who: whoIn(difference.starts, locale),
    what: difference.kind === 'go' ? tellGo(difference, told, shown) : tellVariable(difference, told, shown),
    at: place ?? usual ?? (hasLine(difference) ? told.unknownLine : null),
  };
}

/** The name of a mode in the user's language. Pure. */
export function modeName(mode: StartedAs, locale: Locale): string {
  return languages[locale].mode[mode];
}

/** Whether some line of a profile made it, and not the lack of one. */
function hasLine(difference: StartDifference): boolean {
  if (difference.starts.some(({ shell }) => shell === null)) return false;
  if (difference.kind === 'variable') return difference.found !== null;
  return !['missing', 'resolved', 'not-hidden'].includes(difference.cause);
}

/** The starts by their shells: `bash, login, interactive; fish, login`. Pure. */
export function whoIn(starts: StartDifference['starts'], locale: Locale): string {
  const told = languages[locale];
  const byShell = Map.groupBy(starts, ({ shell }) => shell);
  const each = [...byShell].map(([shell, modes]) =>
    shell === null
      ? told.apps
      : told.who(
          shell,
          modesIn(
            modes.map(({ mode }) => mode),
            told,
          ),
        ),
  );
  return told.all(each);
}

function tellGo(
  { cause, folder, found, usual }: GoDifference,
  told: Told,
  shown: (path: string) => string,
): string {
  const named = ({ go, version, selectsNone, notInstalled }: StartedGo): string => {
    if (version !== null) return notInstalled ? told.notInstalled(version) : version;
    return go === null ? told.noGo : selectsNone ? told.notSelected : told.noVersion;
  };
  return told.cause[cause]({
    folder: shown(folder ?? ''),
    usualFolder: shown(folderOf(usual.go ?? '')),
    found: named(found),
    usual: named(usual),
  });
}

function tellVariable(
  { name, found, usual }: Extract<StartDifference, { kind: 'variable' }>,
  told: Told,
  shown: (path: string) => string,
): string {
  if (found === null) return told.unset(name, shown(usual ?? ''));
  return usual === null ? told.set(name, shown(found)) : told.setInstead(name, shown(found), shown(usual));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function modesIn(modes: StartedAs[], told: Told): string {
  return modes.length === 4 ? told.everyStart : told.list(modes.map((mode) => told.mode[mode]));
}

/** A version that is selected but not installed, in the user's language. Pure. */
export function tellNotInstalled(version: string, locale: Locale): string {
  return languages[locale].notInstalled(version);
}
