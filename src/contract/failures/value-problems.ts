import type { Locale } from '../locale.ts';

/** Go's own words, by which people find the error (cmd/go/internal/modfetch and cmd/go/internal/base). */
const noEntries = 'is not the empty string, but contains no entries';

function schemeError(address: string): string {
  return address.includes('://')
    ? 'invalid proxy URL scheme (must be https, http, file)'
    : 'invalid proxy URL missing scheme';
}

function flagError(word: string): string {
  if (/^['"]/.test(word)) return `unterminated ${word[0]} string`;
  return word.startsWith('-') ? `unknown flag ${word}` : `non-flag "${word}"`;
}

/** What is wrong with a value, and what Go would say to it later. */
export const valueProblems = {
  en: {
    'line-break': () => 'a value has one line',
    tilde: (detail: string) => `Go does not expand "~" in "${detail}"; write the whole path`,
    relative: (detail: string) => `"${detail}" is not an absolute path`,
    choice: (detail: string) => `it is one of ${detail}`,
    scheme: (detail: string) => `"${detail}" is not an address that Go knows: "${schemeError(detail)}"`,
    'proxy-off': () => `the list "${noEntries}"`,
    'pattern-blank': (detail: string) => `"${detail}" begins or ends with a blank, and so matches no module`,
    go: (detail: string) => `Go refuses it: ${detail}`,
    'pattern-scheme': (detail: string) =>
      `"${detail}" is an address; write the path of a module, without https://`,
    database: (detail: string) =>
      `"${detail}" is no name of a checksum database with a key: "malformed verifier id"`,
    toolchain: (detail: string) =>
      detail === ''
        ? 'it is local, auto, path, or a version such as go1.26.1, perhaps with +auto or +path; every go command would fail'
        : `write ${detail}; every go command would fail`,
    separator: (detail: string) => `"${detail}" is one address to Go, which separates them by "," or "|"`,
    quote: (detail: string) => `"${detail}" has no end: "unterminated ${detail[0]} string"`,
    flag: (detail: string) => `${flagError(detail)}; quote a flag with blanks: '-ldflags=-s -w'`,
  },
  'zh-CN': {
    'line-break': () => '值只能有一行',
    tilde: (detail: string) => `Go 不会展开“${detail}”中的“~”，请写完整路径`,
    relative: (detail: string) => `“${detail}”不是绝对路径`,
    choice: (detail: string) => `只能是 ${detail} 之一`,
    scheme: (detail: string) => `“${detail}”不是 Go 支持的地址，Go 会报 “${schemeError(detail)}”`,
    'proxy-off': () => `列表中没有任何条目，Go 会报 “${noEntries}”`,
    'pattern-blank': (detail: string) => `“${detail}”首尾有空格，因此不匹配任何模块`,
    go: (detail: string) => `Go 拒绝该值：${detail}`,
    'pattern-scheme': (detail: string) => `“${detail}”是网址；请写模块路径，不带 https://`,
    database: (detail: string) => `“${detail}”不是带密钥的校验和数据库名称，Go 会报 “malformed verifier id”`,
    toolchain: (detail: string) =>
      detail === ''
        ? '应为 local、auto、path 或 go1.26.1 这样的版本（可加 +auto 或 +path）；否则所有 go 命令都会失败'
        : `请写 ${detail}；否则所有 go 命令都会失败`,
    separator: (detail: string) => `Go 将“${detail}”视为一个地址；请用 “,” 或 “|” 分隔`,
    quote: (detail: string) => `“${detail}”的引号没有配对，Go 会报 “unterminated ${detail[0]} string”`,
    flag: (detail: string) => `Go 会报 “${flagError(detail)}”；含空格的标志请加引号：'-ldflags=-s -w'`,
  },
} satisfies Record<Locale, Record<string, (detail: string) => string>>;

export type ValueWhy = keyof (typeof valueProblems)['en'];
