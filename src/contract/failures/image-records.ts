import { said } from '../said.ts';

/** Images in the history, and how they are named. */
export const imageRecordFailures = {
  /** `what`: what of this name is here, beside an image that an engine may have. */
  'image.source-ambiguous': said<{ name: string; what: 'file' | 'folder' }>('usage', {
    en: (p) => ({
      message: `${p.name} may be an image of an engine, and is ${p.what === 'file' ? 'an archive' : 'a folder with an image'} here.`,
      hint: `Write ./${p.name} for what is here, or ${p.name}:latest for the engine's.`,
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 可能是引擎中的镜像，而当前位置也有一个同名的${p.what === 'file' ? '归档' : '镜像文件夹'}。`,
      hint: `若指当前位置的，请写 ./${p.name}；若指引擎中的，请写 ${p.name}:latest。`,
    }),
  }),
  'image.no-program': said<{ id: string; path: string }>('failed', {
    en: (p) => ({
      message: `No Go program ${p.path} is known in the image ${p.id}.`,
      hint: `\`burrow image inspect ${p.id}\` lists its programs. If its files were not read, record it again.`,
    }),
    'zh-CN': (p) => ({
      message: `镜像 ${p.id} 中没有已知的 Go 程序 ${p.path}。`,
      hint: `\`burrow image inspect ${p.id}\` 会列出其中的程序。若未读取过其文件，请重新记录。`,
    }),
  }),
  'image.program-unread': said<{ id: string; path: string }>('failed', {
    en: (p) => ({
      message: `What the program ${p.path} of the image ${p.id} contains is not known.`,
      hint: 'Only so many bytes of programs are looked into. Copy it out of the image, and use `burrow inspect` and `burrow compare` with the file.',
    }),
    'zh-CN': (p) => ({
      message: `不知道镜像 ${p.id} 中的程序 ${p.path} 包含什么。`,
      hint: '读取的程序字节数有上限。请将它从镜像中复制出来，再对该文件使用 `burrow inspect` 和 `burrow compare`。',
    }),
  }),
  'image.unknown-record': said<{ id: string }>('failed', {
    en: (p) => ({
      message: `There is no image ${p.id} in the history.`,
      hint: `\`burrow history --kind image\` lists the recorded images. For an image that is called so, write ${p.id}:latest.`,
    }),
    'zh-CN': (p) => ({
      message: `历史中没有镜像 ${p.id}。`,
      hint: `\`burrow history --kind image\` 会列出已记录的镜像。若确有同名镜像，请写 ${p.id}:latest。`,
    }),
  }),
  'image.not-recorded': said<{ id: string }>('usage', {
    en: (p) => ({
      message: `${p.id} is a program, not an image.`,
      hint: '`burrow history --kind image` lists the recorded images.',
    }),
    'zh-CN': (p) => ({
      message: `${p.id} 是程序，不是镜像。`,
      hint: '`burrow history --kind image` 会列出已记录的镜像。',
    }),
  }),
  'image.is-recorded': said<{ id: string }>('usage', {
    en: (p) => ({
      message: `${p.id} is in the history already.`,
      hint: `Give the name of an image or the path of an archive; for an image that is called so, write ${p.id}:latest.`,
    }),
    'zh-CN': (p) => ({
      message: `${p.id} 已在历史中。`,
      hint: `请给出镜像名称或归档路径；若确有同名镜像，请写 ${p.id}:latest。`,
    }),
  }),
  'image.contents-damaged': said<{ id: string }>('unreadable', {
    en: (p) => ({
      message: `What was read of the image ${p.id} is damaged in the history.`,
      hint: 'Record the image again; that replaces it. Its sizes and layers are sound.',
    }),
    'zh-CN': (p) => ({
      message: `历史记录中镜像 ${p.id} 的内容已损坏。`,
      hint: '请重新记录该镜像以替换它；其大小和镜像层的记录完好。',
    }),
  }),
  'image.layer-damaged': said('unreadable', {
    en: () => ({
      message: 'What Burrow stored about a layer of the image cannot be read.',
      hint: 'Record the image again.',
    }),
    'zh-CN': () => ({
      message: 'Burrow 保存的镜像层内容无法读取。',
      hint: '请重新记录该镜像。',
    }),
  }),
};
