import type { Locale } from '../locale.ts';

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

/** The sentences about what differs between two snapshots. */
export interface Told {
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
  isNone: (name, before) => `${name}: none instead of ${before}`,
  isNow: (name, after) => `${name}: ${after} instead of none`,
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
  isNone: (name, before) => `${name}：无，而不是 ${before}`,
  isNow: (name, after) => `${name}：${after}，而不是无`,
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

/** In each language. */
export const toldIn: Record<Locale, Told> = { en, 'zh-CN': zhCN };
