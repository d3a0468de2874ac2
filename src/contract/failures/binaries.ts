import type { Locale } from '../locale.ts';
import { type Said, said } from '../said.ts';

/** What a file is that is not a program. */
export type NotProgram = 'folder' | 'special' | 'script' | 'archive' | 'other';

const notProgram: Record<NotProgram, Record<Locale, Said>> = {
  folder: {
    en: { message: 'is a folder.', hint: 'Give the path of a program in it.' },
    'zh-CN': { message: '是一个文件夹。', hint: '请给出其中某个程序的路径。' },
  },
  special: {
    en: {
      message: 'is a pipe, a socket or a device.',
      hint: 'Give the path of a regular file; write the content of a pipe to one first.',
    },
    'zh-CN': {
      message: '是管道、套接字或设备。',
      hint: '请给出普通文件的路径；管道中的内容请先写入文件。',
    },
  },
  script: {
    en: {
      message: 'is a script, not a compiled program.',
      hint: 'Give the path of the program that it starts.',
    },
    'zh-CN': { message: '是脚本，不是编译后的程序。', hint: '请给出该脚本所启动程序的路径。' },
  },
  archive: {
    en: {
      message: 'is an archive without an object file of the Go linker that Burrow can read.',
      hint: 'Give the path of a program, or of an archive built by `go build -buildmode=c-archive`.',
    },
    'zh-CN': {
      message: '是归档文件，其中没有 Burrow 可读取的 Go 链接器目标文件。',
      hint: '请给出程序的路径，或由 `go build -buildmode=c-archive` 生成的归档文件的路径。',
    },
  },
  other: {
    en: {
      message: 'is not a program: it is no ELF, Mach-O, PE, WebAssembly, XCOFF or Plan 9 file.',
      hint: 'Give the path of a program built by `go build`.',
    },
    'zh-CN': {
      message: '不是程序：它不是 ELF、Mach-O、PE、WebAssembly、XCOFF 或 Plan 9 文件。',
      hint: '请给出由 `go build` 生成的程序路径。',
    },
  },
};

/** Reading executables. */
export const binaryFailures = {
  'binary.not-executable': said<{ path: string; what: NotProgram }>('unreadable', {
    en: (p) => ({ message: `${p.path} ${notProgram[p.what].en.message}`, hint: notProgram[p.what].en.hint }),
    'zh-CN': (p) => ({
      message: `${p.path} ${notProgram[p.what]['zh-CN'].message}`,
      hint: notProgram[p.what]['zh-CN'].hint,
    }),
  }),
  'binary.not-go': said<{ path: string }>('unreadable', {
    en: (p) => ({
      message: `${p.path} is not a Go program: it has none of the marks of Go's compilers.`,
      hint: 'Another compiler built it, or its Go parts were removed.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 不是 Go 程序：其中没有 Go 编译器留下的标记。`,
      hint: '它由其他编译器生成，或者其中的 Go 部分已被移除。',
    }),
  }),
  'binary.packed': said<{ path: string }>('unreadable', {
    en: (p) => ({
      message: `${p.path} is packed with UPX, so what is in it cannot be read.`,
      hint: 'Unpack a copy with `upx -d -o COPY FILE`, and inspect the copy.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 经过 UPX 压缩，无法读取其中的内容。`,
      hint: '请用 `upx -d -o 副本 文件` 解压出一份副本，再查看该副本。',
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
