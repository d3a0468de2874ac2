import type { Locale } from '../locale.ts';
import { said } from '../said.ts';

/** Where `go` was looked up: in the PATH of this process, of a new start of the login shell, or of an app. */
export type GoPlace = 'here' | 'new-terminal' | 'apps';

/**
 * Why a command does not start Burrow's shim. `in-front`: another Go stands before it in PATH. `not-on-path`: the shims
 * are not in PATH. `no-shim`: they are, but the folder has no `go`. `alias`, `function`: what `go` is to the shell.
 */
export type NotShimWhy = 'in-front' | 'not-on-path' | 'no-shim' | 'alias' | 'function';

/** The one step that mends it. */
export type NextStep = 'new-terminal' | 'findings' | 'edit-profile' | 'apply' | 'setup' | 'doctor' | 'apps';

/** A command `go` that does not start Burrow's shim. */
export interface NotShim {
  where: GoPlace;
  /** What it starts; null: nothing. */
  go: string | null;
  /** Of the Go that runs in the end; null: not known without running it. */
  version: string | null;
  /** It is the Go that Burrow selects, started without Burrow. */
  same: boolean;
  why: NotShimWhy;
  /** The folder of `go`; empty if there is none. */
  folder: string;
  /** Burrow's folder for PATH. */
  shims: string;
  /** `file:line` of the profile that made it so; null: not known. */
  at: string | null;
  next: NextStep;
  /** A profile of the login shell that has Burrow's lines; null: none. */
  profile: string | null;
}

const en = {
  where: { here: 'This terminal', 'new-terminal': 'A new terminal', apps: 'An app from the desktop' },
  what: (where: string, { go, version, same, why }: NotShim) => {
    if (why === 'alias') return `${where} runs an alias for \`go\`, not the Go that Burrow selects.`;
    if (why === 'function') return `${where} runs a function for \`go\`, not the Go that Burrow selects.`;
    if (go === null) return `${where} finds no Go.`;
    const program = version === null ? go : `${version} (${go})`;
    return same
      ? `${where} runs ${program} directly, so a pin or a default has no effect.`
      : `${where} runs ${program}, not the Go that Burrow selects.`;
  },
  why: {
    'in-front': ({ folder, shims }) => `${folder} is in front of ${shims} in PATH`,
    'not-on-path': ({ shims }) => `${shims} is not in PATH`,
    'no-shim': ({ shims }) => `${shims} is in PATH, but has no go`,
    alias: () => 'a profile sets it',
    function: () => 'a profile defines it',
  },
  at: (place: string) => ` (${place})`,
  next: {
    'new-terminal': ({ profile }) =>
      profile === null
        ? 'Open a new terminal: it runs the Go that Burrow selects.'
        : `${profile} already has Burrow's lines, so open a new terminal. If that changes nothing, run \`burrow current --explain\`.`,
    findings: () => 'Run `burrow shell findings`: it names the line, and how to comment it out.',
    'edit-profile': () => 'Take it out of the profile that sets it.',
    apply: () => 'Run `burrow shell apply`, then open a new terminal.',
    setup: () => 'Run `burrow setup`.',
    doctor: () => 'Run `burrow doctor`.',
    apps: () =>
      'Apps read no profile. Start the app from a terminal, or give an editor the path that `burrow link` prints.',
  },
} satisfies Words;

const zhCN = {
  where: { here: '此终端', 'new-terminal': '新终端', apps: '从桌面启动的应用' },
  what: (where: string, { go, version, same, why }: NotShim) => {
    if (why === 'alias') return `${where}中的 \`go\` 是别名，运行的不是 Burrow 选定的 Go。`;
    if (why === 'function') return `${where}中的 \`go\` 是函数，运行的不是 Burrow 选定的 Go。`;
    if (go === null) return `${where}找不到 Go。`;
    const program = version === null ? go : `${version}（${go}）`;
    return same
      ? `${where}直接运行 ${program}，因此固定版本和默认版本不起作用。`
      : `${where}运行的是 ${program}，而不是 Burrow 选定的 Go。`;
  },
  why: {
    'in-front': ({ folder, shims }) => `${folder} 在 PATH 中位于 ${shims} 之前`,
    'not-on-path': ({ shims }) => `PATH 中没有 ${shims}`,
    'no-shim': ({ shims }) => `${shims} 在 PATH 中，但其中没有 go`,
    alias: () => '它由某个配置文件设置',
    function: () => '它由某个配置文件定义',
  },
  at: (place: string) => `（${place}）`,
  next: {
    'new-terminal': ({ profile }) =>
      profile === null
        ? '请打开新终端：其中运行的是 Burrow 选定的 Go。'
        : `${profile} 中已有 Burrow 的内容，请打开新终端。如果没有变化，请运行 \`burrow current --explain\`。`,
    findings: () => '请运行 `burrow shell findings`：它会指出是哪一行，以及如何将其注释掉。',
    'edit-profile': () => '请将它从设置它的配置文件中移除。',
    apply: () => '请运行 `burrow shell apply`，然后打开新终端。',
    setup: () => '请运行 `burrow setup`。',
    doctor: () => '请运行 `burrow doctor`。',
    apps: () => '应用不读取配置文件。请从终端启动该应用，或把 `burrow link` 给出的路径填入编辑器。',
  },
} satisfies Words;

interface Words {
  where: Record<GoPlace, string>;
  what: (where: string, its: NotShim) => string;
  why: Record<NotShimWhy, (its: NotShim) => string>;
  at: (place: string) => string;
  next: Record<NextStep, (its: NotShim) => string>;
}

const languages: Record<Locale, Words & { sentence: (text: string) => string }> = {
  en: { ...en, sentence: (text) => ` ${text.charAt(0).toUpperCase()}${text.slice(1)}.` },
  'zh-CN': { ...zhCN, sentence: (text) => `${text}。` },
};

function tell(locale: Locale, its: NotShim): { message: string; hint: string } {
  const words = languages[locale];
  const why = words.why[its.why](its) + (its.at === null ? '' : words.at(its.at));
  return {
    message: words.what(words.where[its.where], its) + words.sentence(why),
    hint: words.next[its.next](its),
  };
}

/** Which Go a command really starts. */
export const whichGoFailures = {
  'which-go.not-burrows': said<NotShim>('failed', {
    en: (its) => tell('en', its),
    'zh-CN': (its) => tell('zh-CN', its),
  }),
};
