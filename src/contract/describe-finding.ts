import type { Finding, FindingKind, NoFixReason } from './findings.ts';
import type { Locale } from './locale.ts';
import { shellWord } from './shell-word.ts';

/** What a person reads about a finding. */
export interface DescribedFinding {
  title: string;
  /** What the line does, and what to do. */
  explanation: string;
}

type About = Pick<Finding, 'subject' | 'place'> & { manager: string };
type Texts = Record<FindingKind, (about: About) => DescribedFinding>;

const texts: Record<Locale, Texts> = {
  en: {
    goroot: () => ({
      title: 'GOROOT is set',
      explanation:
        'Burrow’s go ignores it, but editors and a go run by its full path take the compiler from there: “compile: version does not match go tool version”. Go finds its own GOROOT; the line is not needed.',
    }),
    'go-in-path': ({ subject, place }) => ({
      title: `Another Go in PATH: ${subject}`,
      explanation:
        place === 'after'
          ? 'The line runs after Burrow’s and puts this folder first, so the Go in it runs, not the one that Burrow selects.'
          : 'Burrow’s folder comes first wherever its lines are read, so its Go runs. The entry takes effect elsewhere.',
    }),
    manager: ({ manager, place }) => ({
      title: `${manager} is set up here`,
      explanation:
        place === 'after'
          ? `The line runs after Burrow’s, so the Go of ${manager} may come first.`
          : `Burrow’s folder comes first wherever its lines are read. The line is needed only if you use ${manager} for something else.`,
    }),
    'quoted-tilde': ({ subject }) => ({
      title: `A tilde in quotes: ${subject}`,
      explanation:
        'Shells do not replace a quoted ~ with your home folder, so programs do not find this folder. Write `$HOME` instead.',
    }),
    'missing-folder': ({ subject }) => ({
      title: `No such folder: ${subject}`,
      explanation:
        'The folder is gone. The entry of PATH does nothing, apart from slowing down every search for a command.',
    }),
    'path-set': ({ place }) => ({
      title: 'PATH is replaced',
      explanation:
        place === 'after'
          ? 'The line runs after Burrow’s and drops what was in PATH, Burrow’s folder as well. Add `$PATH` to the value.'
          : 'The line drops everything that was in PATH before. Add `$PATH` to the value, unless that is what you want.',
    }),
    'go-alias': ({ subject }) => ({
      title: `${subject} is an alias`,
      explanation: 'An alias comes before PATH: in this shell, Burrow’s command does not run.',
    }),
    'go-function': ({ subject }) => ({
      title: `${subject} is a function`,
      explanation: 'A function comes before PATH: in this shell, it runs in place of Burrow’s command.',
    }),
    'modules-off': () => ({
      title: 'GO111MODULE is off',
      explanation:
        'Go then ignores go.mod and looks for every package in GOPATH. Nearly no project builds like this today.',
    }),
    'hides-profile': ({ subject }) => ({
      title: `The file hides ${subject}`,
      explanation: `bash reads the first of .bash_profile, .bash_login and .profile alone, and this file does not read ${subject}. Add a line to it: \`[ -r ~/.profile ] && . ~/.profile\``,
    }),
    'path-helper': ({ subject }) => ({
      title: `${subject} runs after Burrow’s lines`,
      explanation:
        'It puts its own folders first in PATH again, in front of Burrow’s. Move the line above Burrow’s.',
    }),
    'fish-universal': ({ subject }) => ({
      title: subject.startsWith('/') ? `fish keeps another Go in PATH: ${subject}` : `fish keeps ${subject}`,
      explanation: `fish stored this when a line with \`set -U\` or \`fish_add_path\` once ran, and keeps it without the line. Take it out: \`${erase(subject)}\``,
    }),
    'block-unreached': ({ subject }) => ({
      title: 'Burrow’s lines are never read',
      explanation: `The shell leaves the file above them: ${subject}. Run \`burrow shell undo\` and \`burrow shell apply\`, which puts them in front of it.`,
    }),
  },
  'zh-CN': {
    goroot: () => ({
      title: '设置了 GOROOT',
      explanation:
        'Burrow 的 go 会忽略它，但编辑器和以完整路径运行的 go 会使用其中的编译器，导致“compile: version does not match go tool version”。Go 能自行找到 GOROOT，不需要这一行。',
    }),
    'go-in-path': ({ subject, place }) => ({
      title: `PATH 中有另一个 Go：${subject}`,
      explanation:
        place === 'after'
          ? '这一行在 Burrow 的内容之后执行，并把该目录放在最前面，因此运行的是其中的 Go，而不是 Burrow 选择的 Go。'
          : '凡是读取 Burrow 内容的地方，Burrow 的目录都排在最前面，运行的是它的 Go。该条目只在其他地方起作用。',
    }),
    manager: ({ manager, place }) => ({
      title: `这里启用了 ${manager}`,
      explanation:
        place === 'after'
          ? `这一行在 Burrow 的内容之后执行，${manager} 的 Go 可能排在前面。`
          : `凡是读取 Burrow 内容的地方，Burrow 的目录都排在最前面。只有在用 ${manager} 管理其他工具时才需要这一行。`,
    }),
    'quoted-tilde': ({ subject }) => ({
      title: `引号中的波浪号：${subject}`,
      explanation: 'Shell 不会把引号中的 ~ 替换为主目录，因此程序找不到该目录。请改用 `$HOME`。',
    }),
    'missing-folder': ({ subject }) => ({
      title: `目录不存在：${subject}`,
      explanation: '该目录已不存在。这个 PATH 条目没有作用，只会拖慢每次命令查找。',
    }),
    'path-set': ({ place }) => ({
      title: 'PATH 被整个替换',
      explanation:
        place === 'after'
          ? '这一行在 Burrow 的内容之后执行，会丢弃 PATH 原有的内容，包括 Burrow 的目录。请在值中加上 `$PATH`。'
          : '这一行会丢弃 PATH 原有的内容。除非有意为之，请在值中加上 `$PATH`。',
    }),
    'go-alias': ({ subject }) => ({
      title: `${subject} 是别名`,
      explanation: '别名优先于 PATH：在此 Shell 中不会运行 Burrow 的命令。',
    }),
    'go-function': ({ subject }) => ({
      title: `${subject} 是函数`,
      explanation: '函数优先于 PATH：在此 Shell 中会运行该函数，而不是 Burrow 的命令。',
    }),
    'modules-off': () => ({
      title: 'GO111MODULE 为 off',
      explanation: 'Go 会因此忽略 go.mod，只在 GOPATH 中查找软件包。如今几乎没有项目能这样构建。',
    }),
    'hides-profile': ({ subject }) => ({
      title: `该文件使 ${subject} 不被读取`,
      explanation: `bash 只读取 .bash_profile、.bash_login、.profile 中的第一个，而该文件没有读取 ${subject}。请在其中加入一行：\`[ -r ~/.profile ] && . ~/.profile\``,
    }),
    'path-helper': ({ subject }) => ({
      title: `${subject} 在 Burrow 的内容之后执行`,
      explanation:
        '它会再次把自己的目录放到 PATH 最前面，排在 Burrow 之前。请把这一行移到 Burrow 的内容之前。',
    }),
    'fish-universal': ({ subject }) => ({
      title: subject.startsWith('/')
        ? `fish 在 PATH 中保存了另一个 Go：${subject}`
        : `fish 保存了 ${subject}`,
      explanation: `某行 \`set -U\` 或 \`fish_add_path\` 执行时，fish 保存了它；即使删除该行，它仍然存在。请将其清除：\`${erase(subject)}\``,
    }),
    'block-unreached': ({ subject }) => ({
      title: 'Burrow 的内容从未被读取',
      explanation: `Shell 在其上方就已离开该文件：${subject}。请运行 \`burrow shell undo\` 和 \`burrow shell apply\`，内容会被放到它的前面。`,
    }),
  },
};

/** fish's command for what it keeps: a variable, or a folder among its paths. */
function erase(subject: string): string {
  if (!subject.startsWith('/')) return `set -e -U ${subject}`;
  return `set -U fish_user_paths (string match -v -- ${shellWord(subject)} $fish_user_paths)`;
}

const noFixes: Record<Locale, Record<NoFixReason, string>> = {
  en: {
    'does-more': 'The line does more than this, so it is yours to edit.',
    empty: 'Without the line, the block around it would be empty. Edit it by hand.',
    shared: 'The line holds a part of a larger command. Edit it by hand.',
    unclear: 'Burrow does not understand the file up to this line. Edit it by hand.',
    owned: 'Another program makes this file. Edit its source.',
    'by-hand': '',
  },
  'zh-CN': {
    'does-more': '这一行还有其他作用，请自行编辑。',
    empty: '去掉这一行后，所在的代码块将为空。请手动编辑。',
    shared: '这一行是更大命令的一部分。请手动编辑。',
    unclear: 'Burrow 无法理解该文件到这一行为止的内容。请手动编辑。',
    owned: '该文件由其他程序生成。请编辑其来源。',
    'by-hand': '',
  },
};

/** `manager`: the name of the finding's version manager, as it is shown; empty: it has none. Pure. */
export function describeFinding(
  { kind, subject, place }: Finding,
  manager: string,
  locale: Locale,
): DescribedFinding {
  return texts[locale][kind]({ subject, place, manager });
}

/** Why there is no edit; empty where the explanation says what to do. Pure. */
export function describeNoFix(reason: NoFixReason, locale: Locale): string {
  return noFixes[locale][reason];
}
