import { said } from '../said.ts';

/** Reading executables. */
export const binaryFailures = {
  'binary.not-executable': said<{ path: string }>('unreadable', {
    en: (p) => ({
      message: `${p.path} is not an ELF, Mach-O or PE file.`,
      hint: 'Give the path of a program built by `go build`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 不是 ELF、Mach-O 或 PE 文件。`,
      hint: '请给出由 `go build` 生成的程序路径。',
    }),
  }),
  'binary.not-go': said<{ path: string }>('unreadable', {
    en: (p) => ({
      message: `${p.path} is not a Go program: it has no Go build info.`,
      hint: 'Burrow reads programs built by Go 1.18 or newer.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 不是 Go 程序：其中没有 Go 构建信息。`,
      hint: 'Burrow 可读取由 Go 1.18 或更新版本构建的程序。',
    }),
  }),
  'binary.damaged': said<{ path: string; detail: string }>('unreadable', {
    en: (p) => ({ message: `${p.path} is damaged: ${p.detail}`, hint: 'Build it again.' }),
    'zh-CN': (p) => ({ message: `${p.path} 已损坏：${p.detail}`, hint: '请重新构建。' }),
  }),
  'binary.too-large': said<{ path: string; bytes: number; max: number }>('unreadable', {
    en: (p) => ({
      message: `${p.path} has ${p.bytes} bytes, more than the ${p.max} that Burrow reads.`,
      hint: 'Build it without debug information: `go build -ldflags=-w`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 有 ${p.bytes} 字节，超出 Burrow 可读取的 ${p.max} 字节。`,
      hint: '请在构建时去掉调试信息：`go build -ldflags=-w`。',
    }),
  }),
};
