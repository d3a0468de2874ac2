import type { Locale } from '../locale.ts';
import { said } from '../said.ts';

/** What is wrong with a value, and what Go would say to it later. */
const problems = {
  en: {
    'line-break': () => 'a value has one line',
    tilde: (detail: string) => `Go does not expand "~" in "${detail}"; write the whole path`,
    relative: (detail: string) => `"${detail}" is not an absolute path`,
    choice: (detail: string) => `it is one of ${detail}`,
    scheme: (detail: string) =>
      `"${detail}" is not an address that Go knows: use https://, http:// or file://`,
    'proxy-off': () => 'the list has no entry',
    'pattern-blank': (detail: string) => `"${detail}" begins or ends with a blank, and so matches no module`,
    'pattern-scheme': (detail: string) =>
      `"${detail}" is an address; write the path of a module, without https://`,
    database: (detail: string) =>
      `"${detail}" is no name of a checksum database with a key: "malformed verifier id"`,
    toolchain: (detail: string) =>
      detail === ''
        ? 'it is local, auto, path, or a version such as go1.26.1, perhaps with +auto or +path; every go command would fail'
        : `write ${detail}; every go command would fail`,
    flag: (detail: string) => `"${detail}" is not a flag; quote a flag with blanks: '-ldflags=-s -w'`,
  },
  'zh-CN': {
    'line-break': () => '值只能有一行',
    tilde: (detail: string) => `Go 不会展开“${detail}”中的“~”，请写完整路径`,
    relative: (detail: string) => `“${detail}”不是绝对路径`,
    choice: (detail: string) => `只能是 ${detail} 之一`,
    scheme: (detail: string) => `“${detail}”不是 Go 支持的地址，请使用 https://、http:// 或 file://`,
    'proxy-off': () => '列表中没有任何条目',
    'pattern-blank': (detail: string) => `“${detail}”首尾有空格，因此不匹配任何模块`,
    'pattern-scheme': (detail: string) => `“${detail}”是网址；请写模块路径，不带 https://`,
    database: (detail: string) => `“${detail}”不是带密钥的校验和数据库名称，Go 会报 “malformed verifier id”`,
    toolchain: (detail: string) =>
      detail === ''
        ? '应为 local、auto、path 或 go1.26.1 这样的版本（可加 +auto 或 +path）；否则所有 go 命令都会失败'
        : `请写 ${detail}；否则所有 go 命令都会失败`,
    flag: (detail: string) => `“${detail}”不是标志；含空格的标志请加引号：'-ldflags=-s -w'`,
  },
} satisfies Record<Locale, Record<string, (detail: string) => string>>;

type Why = keyof (typeof problems)['en'];

/** What Go sees. */
export const environmentFailures = {
  'environment.go-fails': said<{ version: string; detail: string }>('failed', {
    en: ({ version, detail }) => ({
      message: `${version} does not answer \`go env\`: ${detail}`,
      hint: 'A variable keeps every go command from running. `burrow env unset NAME` takes it out of the file of `go env -w`.',
    }),
    'zh-CN': ({ version, detail }) => ({
      message: `${version} 无法执行 \`go env\`：${detail}`,
      hint: '有变量使所有 go 命令都无法运行。`burrow env unset 变量名` 可将其从 `go env -w` 的文件中移除。',
    }),
  }),
  'environment.unknown-variable': said<{ name: string }>('usage', {
    en: ({ name }) => ({
      message: `Go has no variable ${name}.`,
      hint: '`burrow env list --all` shows those it has.',
    }),
    'zh-CN': ({ name }) => ({
      message: `Go 没有名为 ${name} 的变量。`,
      hint: '`burrow env list --all` 会列出全部变量。',
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
  'environment.value-invalid': said<{ name: string; value: string; why: Why; detail: string }>('usage', {
    en: ({ name, value, why, detail }) => ({
      message: `${name}=${value} was not written: ${problems.en[why](detail)}.`,
      hint: `\`burrow env explain ${name}\` says what it means.`,
    }),
    'zh-CN': ({ name, value, why, detail }) => ({
      message: `未写入 ${name}=${value}：${problems['zh-CN'][why](detail)}。`,
      hint: `\`burrow env explain ${name}\` 会说明其含义。`,
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
