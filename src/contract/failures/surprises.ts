import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { valueProblems, type ValueWhy } from './value-problems.ts';

/** A value, and where it stands; `file` is null for the process environment. */
interface Place {
  name: string;
  value: string;
  file: string | null;
  line: number | null;
}

const where = {
  en: ({ file, line }: Pick<Place, 'file' | 'line'>) =>
    file === null ? 'the environment' : `${file}:${line}`,
  'zh-CN': ({ file, line }: Pick<Place, 'file' | 'line'>) => (file === null ? '环境' : `${file}:${line}`),
};

const mend = {
  en: ({ name, file }: Pick<Place, 'name' | 'file'>) =>
    file === null
      ? `Change it where it is set: \`burrow env explain ${name}\` looks for the line.`
      : `\`burrow env unset ${name}\` takes it out, \`burrow env fix ${name}\` mends it.`,
  'zh-CN': ({ name, file }: Pick<Place, 'name' | 'file'>) =>
    file === null
      ? `请在设置它的位置修改：\`burrow env explain ${name}\` 会查找所在行。`
      : `\`burrow env unset ${name}\` 可将其移除，\`burrow env fix ${name}\` 可将其修正。`,
};

const lines = {
  en: {
    'carriage-return': 'ends with a carriage return, as on Windows, which Go takes as part of the value',
    'byte-order-mark': 'begins with a byte order mark, so Go ignores it',
    'blank-before': 'begins with a blank, so Go ignores it',
    export: 'begins with `export`, so Go ignores it: the file is not read by a shell',
    quotes: 'has quotes, which Go takes as part of the value',
    'not-expanded': 'has a `$`, which Go does not expand',
  },
  'zh-CN': {
    'carriage-return': '以回车符结尾（Windows 换行），Go 会将其视为值的一部分',
    'byte-order-mark': '以字节顺序标记（BOM）开头，因此 Go 会忽略该行',
    'blank-before': '以空格开头，因此 Go 会忽略该行',
    export: '以 `export` 开头，因此 Go 会忽略该行：此文件并非由 Shell 读取',
    quotes: '带有引号，Go 会将其视为值的一部分',
    'not-expanded': '含有 `$`，Go 不会展开它',
  },
} satisfies Record<Locale, Record<string, string>>;

/** What about Go's variables is not as people expect. */
export const surpriseFailures = {
  'surprise.stops-go': said<Place & { says: string }>('failed', {
    en: (at) => ({
      message: `${at.name}=${at.value} in ${where.en(at)} keeps every go command from running: ${at.says}`,
      hint: mend.en(at),
    }),
    'zh-CN': (at) => ({
      message: `${where['zh-CN'](at)} 中的 ${at.name}=${at.value} 使所有 go 命令都无法运行：${at.says}`,
      hint: mend['zh-CN'](at),
    }),
  }),
  'surprise.value': said<Place & { why: ValueWhy; detail: string }>('failed', {
    en: (at) => ({
      message: `${at.name}=${at.value} in ${where.en(at)} does not work: ${valueProblems.en[at.why](at.detail)}.`,
      hint: mend.en(at),
    }),
    'zh-CN': (at) => ({
      message: `${where['zh-CN'](at)} 中的 ${at.name}=${at.value} 无法使用：${valueProblems['zh-CN'][at.why](at.detail)}。`,
      hint: mend['zh-CN'](at),
    }),
  }),
  'surprise.not-read-here': said<Place>('failed', {
    en: (at) => ({
      message: `${where.en(at)} sets ${at.name}, which does not belong in Go's file.`,
      hint:
        at.name === 'GOROOT'
          ? `Each Go finds its own folder, and another one breaks its compiler: \`burrow env unset GOROOT\`.`
          : `Go does not read it from there. \`burrow env unset ${at.name}\` takes it out.`,
    }),
    'zh-CN': (at) => ({
      message: `${where['zh-CN'](at)} 设置了不属于 Go 文件的 ${at.name}。`,
      hint:
        at.name === 'GOROOT'
          ? '每个 Go 都会找到自己的文件夹，指向别处会使编译器出错：`burrow env unset GOROOT`。'
          : `Go 不会从该文件读取它。\`burrow env unset ${at.name}\` 可将其移除。`,
    }),
  }),
  'surprise.unknown-variable': said<Place>('failed', {
    en: (at) => ({
      message: `Go has no variable ${at.name}, which ${where.en(at)} sets.`,
      hint: `\`burrow env unset ${at.name} --in go\` removes it.`,
    }),
    'zh-CN': (at) => ({
      message: `Go 没有名为 ${at.name} 的变量，但 ${where['zh-CN'](at)} 设置了它。`,
      hint: `\`burrow env unset ${at.name} --in go\` 可将其移除。`,
    }),
  }),
  'surprise.line': said<{
    name: string;
    kind: keyof (typeof lines)['en'];
    file: string;
    line: number;
    value: string | null;
  }>('failed', {
    en: ({ name, kind, file, line }) => ({
      message: `The line of ${name} in ${file}:${line} ${lines.en[kind]}.`,
      hint: `\`burrow env fix ${name}\` writes it as Go reads it.`,
    }),
    'zh-CN': ({ name, kind, file, line }) => ({
      message: `${file}:${line} 中 ${name} 所在的行${lines['zh-CN'][kind]}。`,
      hint: `\`burrow env fix ${name}\` 会将其改写为 Go 能读取的形式。`,
    }),
  }),
  'surprise.empty-environment': said<{ name: string; value: string; file: string; line: number }>('failed', {
    en: ({ name, value, file, line }) => ({
      message: `${name} is empty in the environment, which does not clear ${file}:${line}: Go uses "${value}".`,
      hint: `To have none, remove the line: \`burrow env unset ${name} --in go\`.`,
    }),
    'zh-CN': ({ name, value, file, line }) => ({
      message: `环境中的 ${name} 为空，但这不会清除 ${file}:${line}：Go 仍使用“${value}”。`,
      hint: `如需清除，请移除该行：\`burrow env unset ${name} --in go\`。`,
    }),
  }),
  'surprise.empty-line': said<{ name: string; file: string; line: number; hidden: string }>('failed', {
    en: ({ name, file, line, hidden }) => ({
      message: `${file}:${line} sets ${name} to nothing, which hides Go's default "${hidden}".`,
      hint: `\`burrow env unset ${name} --in go\` brings the default back.`,
    }),
    'zh-CN': ({ name, file, line, hidden }) => ({
      message: `${file}:${line} 将 ${name} 设为空，遮盖了 Go 的默认值“${hidden}”。`,
      hint: `\`burrow env unset ${name} --in go\` 可恢复默认值。`,
    }),
  }),
  'surprise.file-off': said<{ file: string }>('failed', {
    en: ({ file }) => ({
      message: `GOENV=off: Go reads no file, but \`go env -w\` still writes ${file}, to no effect here.`,
      hint: 'Unset GOENV where it is set, for the file to count.',
    }),
    'zh-CN': ({ file }) => ({
      message: `GOENV=off：Go 不读取文件，但 \`go env -w\` 仍会写入 ${file}，在此处不起作用。`,
      hint: '请在设置 GOENV 处将其取消，使该文件生效。',
    }),
  }),
  'surprise.shadowed': said<{ name: string; value: string; hidden: string; file: string; line: number }>(
    'failed',
    {
      en: ({ name, value, hidden, file, line }) => ({
        message: `${name}=${value} in the environment wins over "${hidden}" in ${file}:${line}.`,
        hint: 'Programs that are started without this environment, such as editors, use the one in the file.',
      }),
      'zh-CN': ({ name, value, hidden, file, line }) => ({
        message: `环境中的 ${name}=${value} 优先于 ${file}:${line} 中的“${hidden}”。`,
        hint: '不在此环境中启动的程序（如编辑器）会使用文件中的值。',
      }),
    },
  ),
  'surprise.telemetry': said<{ value: string }>('failed', {
    en: ({ value }) => ({
      message: `GOTELEMETRY=${value} in the environment does nothing: Go keeps the mode in a file of its own.`,
      hint: '`go telemetry off` sets it; unset the variable where it is set.',
    }),
    'zh-CN': ({ value }) => ({
      message: `环境中的 GOTELEMETRY=${value} 不起作用：Go 将遥测模式保存在自己的文件中。`,
      hint: '请用 `go telemetry off` 设置，并在设置该变量处将其取消。',
    }),
  }),
  'surprise.unread-file': said<{ unread: string; file: string }>('failed', {
    en: ({ unread, file }) => ({
      message: `Go does not read ${unread}: on macOS it ignores XDG_CONFIG_HOME, and reads ${file}.`,
      hint: 'Set its variables there: `burrow env fix GOENV`.',
    }),
    'zh-CN': ({ unread, file }) => ({
      message: `Go 不会读取 ${unread}：在 macOS 上它会忽略 XDG_CONFIG_HOME，而读取 ${file}。`,
      hint: '请在后者中设置其变量：`burrow env fix GOENV`。',
    }),
  }),
  'surprise.toolchains-differ': said<{ name: string; value: string; others: string[] }>('failed', {
    en: ({ name, value, others }) => ({
      message: `The default of ${name} depends on the toolchain: "${value}" here; ${others.join(', ')}.`,
      hint: `For one value with all: \`burrow env set ${name}=${value}\`.`,
    }),
    'zh-CN': ({ name, value, others }) => ({
      message: `${name} 的默认值因工具链而异：此处为“${value}”；${others.join('，')}。`,
      hint: `如需统一：\`burrow env set ${name}=${value}\`。`,
    }),
  }),
};
