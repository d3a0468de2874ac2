import type { Locale } from '../locale.ts';
import { said } from '../said.ts';

const keptParts = {
  en: {
    all: 'It was repaired; nothing is missing.',
    some: 'What could be read was kept; `burrow history` names the builds that could not.',
    none: 'Nothing in it could be read, so a new one was started.',
  },
  'zh-CN': {
    all: '已修复，没有缺失。',
    some: '可读取的内容已保留；`burrow history` 会列出无法读取的构建。',
    none: '其中的内容均无法读取，已新建数据库。',
  },
} satisfies Record<Locale, Record<string, string>>;

const importProblems = {
  en: {
    'too-long': () => 'is too long to be a record.',
    'not-json': () => 'is not JSON.',
    'no-export': () => 'is not the first line of an exported history.',
    'other-version': (detail: string) =>
      `has version ${detail} of the format, which this Burrow does not read.`,
    'wrong-value': (detail: string) => `is not a record: ${detail || 'type'} is missing or wrong.`,
  },
  'zh-CN': {
    'too-long': () => '过长，不可能是一条记录。',
    'not-json': () => '不是 JSON。',
    'no-export': () => '不是历史导出文件的首行。',
    'other-version': (detail: string) => `的格式版本为 ${detail}，此版本的 Burrow 无法读取。`,
    'wrong-value': (detail: string) => `不是有效的记录：${detail || 'type'} 缺失或有误。`,
  },
} satisfies Record<Locale, Record<string, (detail: string) => string>>;

/** Builds, their records and comparisons. */
export const buildFailures = {
  'build.unknown': said<{ id: string }>('failed', {
    en: (p) => ({
      message: `There is no build ${p.id} in the history.`,
      hint: 'Run `burrow history` to list them.',
    }),
    'zh-CN': (p) => ({ message: `历史中没有构建 ${p.id}。`, hint: '运行 `burrow history` 查看已有记录。' }),
  }),
  'build.id-invalid': said<{ id: string }>('usage', {
    en: (p) => ({
      message: `"${p.id}" is not the id of a build.`,
      hint: 'Write it as `burrow history` shows it: b12, or 12.',
    }),
    'zh-CN': (p) => ({
      message: `“${p.id}”不是构建编号。`,
      hint: '请按 `burrow history` 所示书写：b12 或 12。',
    }),
  }),
  'build.id-or-file-invalid': said<{ id: string }>('usage', {
    en: (p) => ({
      message: `"${p.id}" is neither the id of a build nor a path.`,
      hint: 'Write a build as `burrow history` shows it, b12, and a program with a slash, ./server.',
    }),
    'zh-CN': (p) => ({
      message: `“${p.id}”既不是构建编号，也不是路径。`,
      hint: '构建请按 `burrow history` 所示书写，如 b12；程序文件请带斜杠，如 ./server。',
    }),
  }),
  'builds.cursor-invalid': said('usage', {
    en: () => ({
      message: 'The list of builds cannot be continued from there.',
      hint: 'List again from the start, or in the same order as the page that ended there.',
    }),
    'zh-CN': () => ({
      message: '无法从给出的位置继续列出构建。',
      hint: '请从头列出，或使用与之前相同的排序方式。',
    }),
  }),
  'builds.choice-invalid': said('usage', {
    en: () => ({
      message: 'It is not clear which builds are meant.',
      hint: 'Name builds by their ids, or by a filter, and not by both.',
    }),
    'zh-CN': () => ({
      message: '无法确定要处理哪些构建。',
      hint: '请用编号或筛选条件之一指定构建，不要同时使用。',
    }),
  }),
  /** `detail`: where in the line, or the version. */
  'import.refused': said<{
    path: string;
    line: number;
    reason: keyof typeof importProblems.en;
    detail: string;
  }>('unreadable', {
    en: (p) => ({
      message: `Line ${p.line} of ${p.path} ${importProblems.en[p.reason](p.detail)}`,
      hint: 'Write the file again with `burrow history export`, or repair that line.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 的第 ${p.line} 行${importProblems['zh-CN'][p.reason](p.detail)}`,
      hint: '请用 `burrow history export` 重新导出该文件，或修正这一行。',
    }),
  }),
  'build.failed': said<{ id: string; exitCode: number }>('failed', {
    en: (p) => ({
      message: `The build failed with exit code ${p.exitCode}.`,
      hint: `It is in the history as ${p.id}. The end of its log: \`burrow history --log ${p.id}\`.`,
    }),
    'zh-CN': (p) => ({
      message: `构建失败，退出码 ${p.exitCode}。`,
      hint: `已记入历史，编号 ${p.id}。日志末尾：\`burrow history --log ${p.id}\`。`,
    }),
  }),
  'compare.different-kinds': said<{ a: string; b: string }>('failed', {
    en: (p) => ({
      message: `${p.a} and ${p.b} cannot be compared: one is a program, the other an image.`,
      hint: 'Choose two programs or two images.',
    }),
    'zh-CN': (p) => ({
      message: `无法比较 ${p.a} 与 ${p.b}：一个是程序，另一个是镜像。`,
      hint: '请选择两个程序或两个镜像。',
    }),
  }),
  'compare.no-previous': said<{ id: string }>('failed', {
    en: (p) => ({
      message: `There is no build before ${p.id} to compare it with.`,
      hint: 'Builds are compared with those of the same program, target and flags. Name two builds to compare others.',
    }),
    'zh-CN': (p) => ({
      message: `在 ${p.id} 之前没有可与之比较的构建。`,
      hint: '只与同一程序、同一目标和相同选项的构建比较。要比较其他构建，请写出两个。',
    }),
  }),
  'compare.nothing-built': said<{ id: string }>('failed', {
    en: (p) => ({
      message: `Build ${p.id} cannot be compared: it did not produce exactly one program.`,
      hint: 'Choose a build of one main package that succeeded.',
    }),
    'zh-CN': (p) => ({
      message: `构建 ${p.id} 没有生成单个程序，无从比较。`,
      hint: '请选择一次成功的、只构建一个 main 包的构建。',
    }),
  }),
  'build.damaged': said<{ id: string }>('unreadable', {
    en: (p) => ({
      message: `Build ${p.id} is in the history, but cannot be read: it is damaged.`,
      hint: 'Backups may have it: `burrow history restore` lists them.',
    }),
    'zh-CN': (p) => ({
      message: `构建 ${p.id} 在历史中，但已损坏，无法读取。`,
      hint: '备份中或许还有它：运行 `burrow history restore` 列出备份。',
    }),
  }),
  /** `kept`: how much of the damaged file is in the new one. */
  'history.damaged': said<{ path: string; movedTo: string; kept: keyof typeof keptParts.en }>('unreadable', {
    en: (p) => ({
      message: `The history ${p.path} was damaged. ${keptParts.en[p.kept]}`,
      hint: `The damaged file was kept as ${p.movedTo}. \`burrow history restore\` lists the backups.`,
    }),
    'zh-CN': (p) => ({
      message: `历史数据库 ${p.path} 曾损坏。${keptParts['zh-CN'][p.kept]}`,
      hint: `损坏的文件已保留为 ${p.movedTo}。运行 \`burrow history restore\` 可列出备份。`,
    }),
  }),
  'history.emptied': said<{ path: string }>('unreadable', {
    en: (p) => ({
      message: `The history ${p.path} was empty: what it held is gone. A new one was started.`,
      hint: '`burrow history restore` lists the backups.',
    }),
    'zh-CN': (p) => ({
      message: `历史数据库 ${p.path} 为空：其中的内容已丢失，已新建数据库。`,
      hint: '运行 `burrow history restore` 可列出备份。',
    }),
  }),
  'history.unreadable': said<{ path: string }>('unreadable', {
    en: (p) => ({
      message: `Part of the history ${p.path} cannot be read: the file is damaged.`,
      hint: 'Close other windows and commands of Burrow, then run it again: it then keeps what can be read.',
    }),
    'zh-CN': (p) => ({
      message: `历史数据库 ${p.path} 的一部分无法读取：文件已损坏。`,
      hint: '请关闭 Burrow 的其他窗口和命令后重新运行：届时会保留可读取的内容。',
    }),
  }),
  'backup.unknown': said<{ name: string }>('failed', {
    en: (p) => ({
      message: `There is no backup ${p.name}.`,
      hint: 'Run `burrow history restore` to list them.',
    }),
    'zh-CN': (p) => ({ message: `没有备份 ${p.name}。`, hint: '运行 `burrow history restore` 列出备份。' }),
  }),
  'backup.unreadable': said<{ path: string }>('unreadable', {
    en: (p) => ({
      message: `The backup ${p.path} cannot be read: it is damaged.`,
      hint: 'Nothing was changed. Choose another one: `burrow history restore` lists them.',
    }),
    'zh-CN': (p) => ({
      message: `备份 ${p.path} 已损坏，无法读取。`,
      hint: '未做任何更改。请选择其他备份：运行 `burrow history restore` 列出。',
    }),
  }),
  'history.busy': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `The history ${p.path} is locked by another process.`,
      hint: 'Wait until it has finished, then run it again.',
    }),
    'zh-CN': (p) => ({
      message: `历史数据库 ${p.path} 正被其他进程锁定。`,
      hint: '请等待该进程完成后重试。',
    }),
  }),
  'history.newer': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `The history ${p.path} was written by a newer Burrow.`,
      hint: 'Update Burrow. Nothing was changed.',
    }),
    'zh-CN': (p) => ({
      message: `历史数据库 ${p.path} 由更新版本的 Burrow 写入。`,
      hint: '请更新 Burrow。未做任何更改。',
    }),
  }),
};
