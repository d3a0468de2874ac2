import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { shellWord } from '../shell-word.ts';

const textKinds = {
  en: { 'utf-16': 'its encoding is UTF-16', nul: 'it holds NUL bytes' },
  'zh-CN': { 'utf-16': '其编码为 UTF-16', nul: '其中含有 NUL 字节' },
} satisfies Record<Locale, Record<string, string>>;

const obstacles = {
  en: {
    'hard-links': 'it is one file with several names (hard links), and replacing it would separate them',
    'too-large': 'it is larger than any profile',
    owner: 'it belongs to another user',
    'read-only': 'it is read-only',
    immutable: 'it cannot be written to: it is immutable, or on a disk that is read-only',
  },
  'zh-CN': {
    'hard-links': '它有多个名称（硬链接），替换会使它们分开',
    'too-large': '它比任何配置文件都大',
    owner: '它属于其他用户',
    'read-only': '它是只读的',
    immutable: '它无法写入：它被设为不可更改，或位于只读的磁盘上',
  },
} satisfies Record<Locale, Record<string, string>>;

/** Hints for the obstacles that can be taken away; `{path}` is the file, as a word for a shell. */
const obstacleHints: Record<Locale, Partial<Record<keyof typeof obstacles.en, string>>> = {
  en: {
    owner: 'Run Burrow as its owner, without sudo, or add the lines by hand.',
    'read-only': 'If you want it changed, run `chmod u+w {path}`, then plan again.',
    immutable:
      'If you want it changed, make it writable again (`lsattr`, `chattr -i`, or `chflags nouchg` on a Mac).',
  },
  'zh-CN': {
    owner: '请以其属主身份运行 Burrow（不要使用 sudo），或手动添加这些行。',
    'read-only': '如需修改，请运行 `chmod u+w {path}`，然后重新生成计划。',
    immutable: '如需修改，请先恢复其可写（`lsattr`、`chattr -i`，Mac 上为 `chflags nouchg`）。',
  },
};

const folderProblems = {
  en: {
    missing: 'does not exist',
    dangling: 'is a link to something that does not exist',
    file: 'is not a folder',
    owner: 'belongs to another user',
    'read-only': 'cannot be written to',
  },
  'zh-CN': {
    missing: '不存在',
    dangling: '是一个链接，而其目标不存在',
    file: '不是文件夹',
    owner: '属于其他用户',
    'read-only': '无法写入',
  },
} satisfies Record<Locale, Record<string, string>>;

const owners = { chezmoi: 'chezmoi', yadm: 'yadm', 'home-manager': 'home-manager', nix: 'Nix' };

/** The command that makes a file from its source again. */
function remake(tool: keyof typeof owners): string {
  return tool === 'yadm' ? 'yadm alt' : `${tool} apply`;
}

/** Startup files of shells. */
export const profileFailures = {
  'profile.not-text': said<{ path: string; kind: keyof (typeof textKinds)['en'] }>('failed', {
    en: ({ path, kind }) => ({
      message: `${path} is not text that a shell can read: ${textKinds.en[kind]}.`,
      hint: 'Save it as UTF-8, then plan again.',
    }),
    'zh-CN': ({ path, kind }) => ({
      message: `${path} 不是 Shell 能读取的文本：${textKinds['zh-CN'][kind]}。`,
      hint: '请将其另存为 UTF-8，然后重新生成计划。',
    }),
  }),
  'profile.generated': said<{ path: string; line: number; says: string }>('failed', {
    en: ({ path, line, says }) => ({
      message: `${path} is written by a program, as its line ${line} says: ${says}`,
      hint: 'Add the lines where that program gets them from, or remove this line if it is no longer true.',
    }),
    'zh-CN': ({ path, line, says }) => ({
      message: `${path} 由程序生成，其第 ${line} 行写道：${says}`,
      hint: '请在该程序的来源文件中添加这些行；如果这一行已不属实，请将其删除。',
    }),
  }),
  'profile.owned': said<{ path: string; tool: keyof typeof owners; source: string | null }>('failed', {
    en: ({ path, tool, source }) => ({
      message: `${path} is made by ${owners[tool]}, and an edit would be lost.`,
      hint:
        source === null
          ? `Add the lines to the configuration of ${owners[tool]}.`
          : `Add the lines to ${source}, then run \`${remake(tool)}\`.`,
    }),
    'zh-CN': ({ path, tool, source }) => ({
      message: `${path} 由 ${owners[tool]} 生成，直接修改会丢失。`,
      hint:
        source === null
          ? `请将这些行加入 ${owners[tool]} 的配置。`
          : `请将这些行加入 ${source}，然后运行 \`${remake(tool)}\`。`,
    }),
  }),
  'profile.broken-markers': said<{ path: string; lines: number[] }>('failed', {
    en: ({ path, lines }) => ({
      message: `The markers of Burrow's block in ${path} do not form one pair (lines ${lines.join(', ')}).`,
      hint: 'Delete these lines, or complete the pair, then plan again. Nothing was changed.',
    }),
    'zh-CN': ({ path, lines }) => ({
      message: `${path} 中 Burrow 的标记行不成一对（第 ${lines.join('、')} 行）。`,
      hint: '请删除这些行或补全标记，然后重新生成计划。未作任何更改。',
    }),
  }),
  'profile.removed': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `Burrow's block was deleted from ${path}, and is not put back unless you ask.`,
      hint: 'Name the shell to have it again: `burrow shell plan --shell …`.',
    }),
    'zh-CN': ({ path }) => ({
      message: `${path} 中 Burrow 的内容已被删除，不会擅自恢复。`,
      hint: '如需恢复，请指定 Shell：`burrow shell plan --shell …`。',
    }),
  }),
  'profile.edited': said<{ path: string; line: number }>('failed', {
    en: ({ path, line }) => ({
      message: `Burrow's block in ${path}, line ${line}, has been edited, and is left as it is.`,
      hint: 'Name the shell to have it replaced: `burrow shell plan --shell …` shows the change first.',
    }),
    'zh-CN': ({ path, line }) => ({
      message: `${path} 第 ${line} 行处 Burrow 的内容已被编辑，将保持原样。`,
      hint: '如需替换，请指定 Shell：`burrow shell plan --shell …` 会先显示更改。',
    }),
  }),
  'profile.unfinished': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `${path} ends within a command or a here-document, so lines after it would not be run.`,
      hint: 'Complete its last command, then plan again.',
    }),
    'zh-CN': ({ path }) => ({
      message: `${path} 在命令或 here 文档中间结束，其后添加的行不会执行。`,
      hint: '请补全最后一条命令，然后重新生成计划。',
    }),
  }),
  'profile.not-replaceable': said<{ path: string; why: keyof (typeof obstacles)['en'] }>('failed', {
    en: ({ path, why }) => ({
      message: `${path} is not edited: ${obstacles.en[why]}.`,
      hint:
        obstacleHints.en[why]?.replace('{path}', shellWord(path)) ??
        'Add the lines by hand; `burrow shell plan --json` has them.',
    }),
    'zh-CN': ({ path, why }) => ({
      message: `不会编辑 ${path}：${obstacles['zh-CN'][why]}。`,
      hint:
        obstacleHints['zh-CN'][why]?.replace('{path}', shellWord(path)) ??
        '请手动添加这些行；`burrow shell plan --json` 中有其内容。',
    }),
  }),
  /** A file can be neither made nor replaced in its folder. */
  'profile.no-folder': said<{ path: string; folder: string; why: keyof (typeof folderProblems)['en'] }>(
    'failed',
    {
      en: ({ path, folder, why }) => ({
        message: `${path} is not written: ${folder} ${folderProblems.en[why]}.`,
        hint: 'Fix that, or the variable that leads there (HOME, ZDOTDIR, XDG_CONFIG_HOME), then plan again.',
      }),
      'zh-CN': ({ path, folder, why }) => ({
        message: `不会写入 ${path}：${folder} ${folderProblems['zh-CN'][why]}。`,
        hint: '请修正它，或修正指向它的变量（HOME、ZDOTDIR、XDG_CONFIG_HOME），然后重新生成计划。',
      }),
    },
  ),
  'profile.relative-folder': said<{ path: string; variable: string; value: string }>('failed', {
    en: ({ variable, value }) => ({
      message: `${variable} is "${value}", which is not an absolute path: the shell reads other profiles in each folder where it starts.`,
      hint: `Set ${variable} to an absolute path, then plan again. Nothing was changed.`,
    }),
    'zh-CN': ({ variable, value }) => ({
      message: `${variable} 为“${value}”，不是绝对路径：Shell 在不同文件夹中启动时会读取不同的配置文件。`,
      hint: `请将 ${variable} 设为绝对路径，然后重新生成计划。未作任何更改。`,
    }),
  }),
  'profile.no-answer': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `zsh does not say where it looks for its profiles, so ${path} may not be one: ~/.zshenv ends it, or waits for something.`,
      hint: 'Fix ~/.zshenv, so that `zsh -c "echo ok"` prints ok, then plan again.',
    }),
    'zh-CN': ({ path }) => ({
      message: `zsh 没有回答它在何处查找配置文件，因此不能确定会读取 ${path}：~/.zshenv 使其退出，或在等待某事。`,
      hint: '请修正 ~/.zshenv，使 `zsh -c "echo ok"` 能输出 ok，然后重新生成计划。',
    }),
  }),
  'profile.no-home': said<{ home: string }>('failed', {
    en: ({ home }) => ({
      message: `Your home folder is not known: HOME is "${home}", which is not an absolute path.`,
      hint: 'Set HOME to your home folder, or leave it unset.',
    }),
    'zh-CN': ({ home }) => ({
      message: `无法确定您的主目录：HOME 为“${home}”，不是绝对路径。`,
      hint: '请将 HOME 设为您的主目录，或取消设置。',
    }),
  }),
  'profile.dangling-link': said<{ path: string; to: string }>('failed', {
    en: ({ path, to }) => ({
      message: `${path} is a link to ${to}, which does not exist.`,
      hint: 'Create that file, perhaps by mounting its disk, or remove the link. Nothing was changed.',
    }),
    'zh-CN': ({ path, to }) => ({
      message: `${path} 是指向 ${to} 的链接，而后者不存在。`,
      hint: '请创建该文件（可能需要挂载其所在磁盘），或删除该链接。未作任何更改。',
    }),
  }),
  'profile.changed': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `${path} was changed by another program at the same moment, and was left alone.`,
      hint: 'Run the command again.',
    }),
    'zh-CN': ({ path }) => ({
      message: `${path} 同时被其他程序修改，因此未作改动。`,
      hint: '请重新执行该命令。',
    }),
  }),
  'profile.edited-since': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `The lines that Burrow wrote into ${path} have been edited since. Nothing was undone.`,
      hint: 'Remove them by hand; `burrow shell journal` shows what they were.',
    }),
    'zh-CN': ({ path }) => ({
      message: `Burrow 写入 ${path} 的行之后被编辑过。未撤销任何内容。`,
      hint: '请手动删除这些行；`burrow shell journal` 会显示其原貌。',
    }),
  }),
  /** What the journal kept of a file is missing, or is not what was kept. */
  'profile.backup-damaged': said<{ path: string; entry: string }>('unreadable', {
    en: ({ path, entry }) => ({
      message: `The copy that the edit ${entry} kept is missing or damaged: ${path}. Nothing was undone.`,
      hint: 'Remove the lines by hand; `burrow shell` shows where they are.',
    }),
    'zh-CN': ({ path, entry }) => ({
      message: `修改 ${entry} 所保存的副本缺失或已损坏：${path}。未撤销任何内容。`,
      hint: '请手动删除这些行；`burrow shell` 会显示其位置。',
    }),
  }),
  'profile.later-change': said<{ path: string; entry: string; later: string }>('failed', {
    en: ({ path, entry, later }) => ({
      message: `The edit ${entry} cannot be undone yet: the later edit ${later} of ${path} builds on it. Nothing was undone.`,
      hint: `Undo that one first: \`burrow shell undo ${later}\`.`,
    }),
    'zh-CN': ({ path, entry, later }) => ({
      message: `暂时无法撤销修改 ${entry}：之后对 ${path} 的修改 ${later} 以它为基础。未撤销任何内容。`,
      hint: `请先撤销后者：\`burrow shell undo ${later}\`。`,
    }),
  }),
  'profile.plan-unknown': said<{ plan: string }>('usage', {
    en: ({ plan }) => ({
      message: `"${plan}" is not the id of a plan.`,
      hint: '`burrow shell plan` prints it, such as zsh-1f2e3d4c5b6a.',
    }),
    'zh-CN': ({ plan }) => ({
      message: `“${plan}”不是计划的编号。`,
      hint: '`burrow shell plan` 会显示编号，例如 zsh-1f2e3d4c5b6a。',
    }),
  }),
  'profile.plan-outdated': said<{ plan: string }>('failed', {
    en: ({ plan }) => ({
      message: `A file of the plan ${plan} has changed since. Nothing was changed.`,
      hint: 'Look at the new plan: `burrow shell plan`.',
    }),
    'zh-CN': ({ plan }) => ({
      message: `计划 ${plan} 中的文件之后有改动。未作任何更改。`,
      hint: '请查看新的计划：`burrow shell plan`。',
    }),
  }),
  'profile.entry-is-undo': said<{ entry: string }>('usage', {
    en: ({ entry }) => ({
      message: `${entry} is itself an undo, and is not undone.`,
      hint: 'To have the lines again, use `burrow shell apply`.',
    }),
    'zh-CN': ({ entry }) => ({
      message: `${entry} 本身就是一次撤销，不能再撤销。`,
      hint: '如需重新写入这些行，请使用 `burrow shell apply`。',
    }),
  }),
  'profile.entry-unknown': said<{ entry: string }>('usage', {
    en: ({ entry }) => ({
      message: `The journal has no edit ${entry}.`,
      hint: '`burrow shell journal` lists them.',
    }),
    'zh-CN': ({ entry }) => ({
      message: `日志中没有编号为 ${entry} 的修改。`,
      hint: '`burrow shell journal` 会列出全部修改。',
    }),
  }),
  'finding.unknown': said<{ id: string }>('usage', {
    en: ({ id }) => ({
      message: `There is no finding ${id} in your profiles.`,
      hint: 'A line that has changed has another id: `burrow shell findings`.',
    }),
    'zh-CN': ({ id }) => ({
      message: `配置文件中没有编号为 ${id} 的问题。`,
      hint: '行内容改变后编号也会改变：`burrow shell findings`。',
    }),
  }),
  'finding.no-fix': said<{ id: string; path: string; line: number }>('failed', {
    en: ({ id, path, line }) => ({
      message: `Burrow cannot comment out line ${line} of ${path} (${id}).`,
      hint: '`burrow shell findings` says why. Edit the line by hand.',
    }),
    'zh-CN': ({ id, path, line }) => ({
      message: `Burrow 无法注释掉 ${path} 的第 ${line} 行（${id}）。`,
      hint: '`burrow shell findings` 会说明原因。请手动编辑该行。',
    }),
  }),
  'finding.outdated': said<{ paths: string[] }>('failed', {
    en: ({ paths }) => ({
      message: `A file has changed since its change was shown: ${paths.join(', ')}. Nothing was changed.`,
      hint: 'Look at the change again.',
    }),
    'zh-CN': ({ paths }) => ({
      message: `显示更改之后，文件又有改动：${paths.join('、')}。未作任何更改。`,
      hint: '请重新查看更改。',
    }),
  }),
};
