import { said } from '../said.ts';

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
  'history.damaged': said<{ path: string; movedTo: string }>('unreadable', {
    en: (p) => ({
      message: `The history ${p.path} is damaged.`,
      hint: `It was moved to ${p.movedTo}, and a new one was started.`,
    }),
    'zh-CN': (p) => ({
      message: `历史数据库 ${p.path} 已损坏。`,
      hint: `已将其移至 ${p.movedTo}，并新建了数据库。`,
    }),
  }),
  'history.unreadable': said<{ path: string }>('unreadable', {
    en: (p) => ({
      message: `Part of the history ${p.path} cannot be read: the file is damaged.`,
      hint: 'Run it again: Burrow then moves the damaged file away and starts a new one.',
    }),
    'zh-CN': (p) => ({
      message: `历史数据库 ${p.path} 的一部分无法读取：文件已损坏。`,
      hint: '请重新运行：届时 Burrow 会移走损坏的文件并新建数据库。',
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
