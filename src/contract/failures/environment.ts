import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { valueProblems, type ValueWhy } from './value-problems.ts';

/** Why no shell gets a variable of this name from Burrow. */
const refusedNames = {
  en: {
    form: 'a name has letters, digits and underscores, and begins with no digit',
    path: "Burrow's own folder is first in PATH already; add others in your profile, below Burrow's block",
    goroot: 'each Go finds its own folder, and another one breaks its compiler',
    burrow: 'it is one of the variables by which Burrow itself is set up',
    loader: 'it changes how every program on this machine starts',
    shell: 'shells keep it for themselves, and would no longer work as they do',
    telemetry: 'Go does not read it from the environment; `go telemetry off` sets the mode',
    'worked-out': 'Go works it out by itself, whatever the environment says',
  },
  'zh-CN': {
    form: '名称只能含字母、数字和下划线，且不能以数字开头',
    path: 'Burrow 的文件夹已在 PATH 最前；其他文件夹请在配置文件中 Burrow 内容的下方添加',
    goroot: '每个 Go 都会找到自己的文件夹，指向别处会使编译器出错',
    burrow: '它是用于设置 Burrow 自身的变量',
    loader: '它会改变本机所有程序的启动方式',
    shell: 'Shell 自身要使用它，更改后 Shell 将无法正常工作',
    telemetry: 'Go 不从环境中读取它；请用 `go telemetry off` 设置模式',
    'worked-out': '无论环境如何设置，Go 都会自行得出它的值',
  },
} satisfies Record<Locale, Record<string, string>>;

const refusedValues = {
  en: {
    nul: 'a variable holds no NUL byte',
    encoding: 'it is not UTF-8',
    'too-long': 'it is longer than 32,000 bytes',
  },
  'zh-CN': { nul: '变量不能含 NUL 字节', encoding: '它不是 UTF-8', 'too-long': '它超过 32,000 字节' },
} satisfies Record<Locale, Record<string, string>>;

/** What Go sees. */
export const environmentFailures = {
  'environment.go-fails': said<{ version: string; output: string }>('failed', {
    en: ({ version, output }) => ({
      message: `${version} does not answer \`go env\`: ${output}`,
      hint: 'If a variable is the reason, `burrow env unset NAME` takes it out of the file of `go env -w`.',
    }),
    'zh-CN': ({ version, output }) => ({
      message: `${version} 无法执行 \`go env\`：${output}`,
      hint: '如果是某个变量造成的，`burrow env unset 变量名` 可将其从 `go env -w` 的文件中移除。',
    }),
  }),
  'environment.unknown-variable': said<{ name: string }>('usage', {
    en: ({ name }) => ({
      message: `Go has no variable ${name}.`,
      hint: '`burrow env list --all` shows those it has; `--in shell` sets any other in every shell.',
    }),
    'zh-CN': ({ name }) => ({
      message: `Go 没有名为 ${name} 的变量。`,
      hint: '`burrow env list --all` 会列出全部变量；`--in shell` 可在所有 Shell 中设置其他变量。',
    }),
  }),
  'environment.not-settable': said<{ name: string }>('usage', {
    en: ({ name }) => ({
      message: `${name} cannot be set in Go's file.`,
      hint:
        name === 'GOROOT'
          ? 'Leave it unset: each Go finds its own folder, and another one breaks its compiler.'
          : 'Go works it out by itself, or reads it from the process environment alone.',
    }),
    'zh-CN': ({ name }) => ({
      message: `${name} 不能写入 Go 的文件。`,
      hint:
        name === 'GOROOT'
          ? '请保持未设置：每个 Go 都会找到自己的文件夹，指向别处会使编译器出错。'
          : 'Go 会自行得出它的值，或只从进程环境中读取。',
    }),
  }),
  'environment.value-invalid': said<{ name: string; value: string; why: ValueWhy; detail: string }>('usage', {
    en: ({ name, value, why, detail }) => ({
      message: `${name}=${value} was not written: ${valueProblems.en[why](detail)}.`,
      hint: `\`burrow env explain ${name}\` says what it means.`,
    }),
    'zh-CN': ({ name, value, why, detail }) => ({
      message: `未写入 ${name}=${value}：${valueProblems['zh-CN'][why](detail)}。`,
      hint: `\`burrow env explain ${name}\` 会说明其含义。`,
    }),
  }),
  'environment.name-refused': said<{ name: string; why: keyof (typeof refusedNames)['en'] }>('usage', {
    en: ({ name, why }) => ({
      message: `${name} is not set in every shell: ${refusedNames.en[why]}.`,
      hint: 'Nothing was written.',
    }),
    'zh-CN': ({ name, why }) => ({
      message: `不会在所有 Shell 中设置 ${name}：${refusedNames['zh-CN'][why]}。`,
      hint: '未写入任何内容。',
    }),
  }),
  'environment.value-refused': said<{ name: string; why: keyof (typeof refusedValues)['en'] }>('usage', {
    en: ({ name, why }) => ({
      message: `The value of ${name} cannot be set in a shell: ${refusedValues.en[why]}.`,
      hint: 'Nothing was written.',
    }),
    'zh-CN': ({ name, why }) => ({
      message: `${name} 的值无法在 Shell 中设置：${refusedValues['zh-CN'][why]}。`,
      hint: '未写入任何内容。',
    }),
  }),
  'environment.managed-unreadable': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `${path} is not as Burrow writes it, so the variables in it are unknown.`,
      hint: 'Fix it, or delete it; then `burrow shell journal` shows what it was.',
    }),
    'zh-CN': ({ path }) => ({
      message: `${path} 不是 Burrow 写入的格式，因此其中的变量未知。`,
      hint: '请修复或删除它；`burrow shell journal` 会显示其原有内容。',
    }),
  }),
  'environment.file-off': said('failed', {
    en: () => ({
      message: 'GOENV=off: Go reads no file, so nothing was written.',
      hint: 'Unset GOENV where it is set, then try again.',
    }),
    'zh-CN': () => ({
      message: 'GOENV=off：Go 不读取文件，因此未写入任何内容。',
      hint: '请在设置 GOENV 处将其取消，然后重试。',
    }),
  }),
  'environment.file-changed': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `${path} has changed since it was shown. Nothing was written.`,
      hint: 'Look at the change again.',
    }),
    'zh-CN': ({ path }) => ({
      message: `${path} 在显示之后有改动。未写入任何内容。`,
      hint: '请重新查看更改。',
    }),
  }),
};
