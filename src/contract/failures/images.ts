import { said } from '../said.ts';
import { systemWords } from './system-words.ts';

/** Container engines and images. */
export const imageFailures = {
  'engine.not-running': said<{ tried: string[]; product: string | null }>('failed', {
    en: ({ tried, product }) => ({
      message:
        tried.length !== 1
          ? 'No container engine is running.'
          : product
            ? `${product} does not run: nothing answers at ${tried[0]}.`
            : `No container engine answers at ${tried[0]}.`,
      hint: `Start ${product ?? 'Docker or Podman'}, then try again. If it listens elsewhere, set DOCKER_HOST.`,
      ...(tried.length > 1 ? { details: tried.map((address) => `No answer at ${address}`) } : {}),
    }),
    'zh-CN': ({ tried, product }) => ({
      message:
        tried.length !== 1
          ? '没有正在运行的容器引擎。'
          : product
            ? `${product} 未运行：${tried[0]} 没有响应。`
            : `位于 ${tried[0]} 的容器引擎没有响应。`,
      hint: `请启动 ${product ?? 'Docker 或 Podman'}，然后重试。若它监听其他地址，请设置 DOCKER_HOST。`,
      ...(tried.length > 1 ? { details: tried.map((address) => `${address} 没有响应`) } : {}),
    }),
  }),
  'engine.slow': said<{ engine: string; product: string | null }>('failed', {
    en: (p) => ({
      message: `${p.product ?? 'The container engine'} at ${p.engine} hangs: it accepts connections but does not answer.`,
      hint: `Restart ${p.product ?? 'it'}, then try again. \`burrow image engines\` lists the others.`,
    }),
    'zh-CN': (p) => ({
      message: `位于 ${p.engine} 的${p.product ? ` ${p.product} ` : '容器引擎'}已挂起：它接受连接，但不作响应。`,
      hint: `请重新启动${p.product ? ` ${p.product}` : '它'}，然后重试。\`burrow image engines\` 会列出其他引擎。`,
    }),
  }),
  'engine.refused': said<{ engine: string; detail: string }>('failed', {
    en: (p) => ({
      message: `The container engine at ${p.engine} refused the request: ${systemWords(p.detail, 'en')}`,
      hint: 'Check that you have permission to use it (for Docker on Linux, membership of the group docker).',
    }),
    'zh-CN': (p) => ({
      message: `位于 ${p.engine} 的容器引擎拒绝了请求：${systemWords(p.detail, 'zh-CN')}`,
      hint: '请检查您是否有权使用它（Linux 上的 Docker 需加入 docker 用户组）。',
    }),
  }),
  'engine.unsupported': said<{ endpoint: string }>('failed', {
    en: (p) => ({
      message: `Burrow cannot connect to a container engine at ${p.endpoint}.`,
      hint: 'It needs a local socket, a named pipe or tcp:// without TLS. Set DOCKER_HOST to one of these.',
    }),
    'zh-CN': (p) => ({
      message: `Burrow 无法连接位于 ${p.endpoint} 的容器引擎。`,
      hint: '需要本地套接字、命名管道，或不带 TLS 的 tcp:// 地址。请相应设置 DOCKER_HOST。',
    }),
  }),
  'engine.unreadable': said<{ engine: string; detail: string }>('failed', {
    en: (p) => ({
      message: `${p.engine} does not answer like a container engine: ${systemWords(p.detail, 'en')}`,
      hint: 'Another program or a proxy may be listening there. Check DOCKER_HOST and `docker context ls`.',
    }),
    'zh-CN': (p) => ({
      message: `位于 ${p.engine} 的程序不像是容器引擎：${systemWords(p.detail, 'zh-CN')}`,
      hint: '那里可能是其他程序或代理。请检查 DOCKER_HOST 和 `docker context ls`。',
    }),
  }),
  'image.ref-invalid': said<{ ref: string }>('usage', {
    en: (p) => ({
      message: `"${p.ref}" is not the name of an image.`,
      hint: 'Write it as name:tag, name@sha256:… or an id.',
    }),
    'zh-CN': (p) => ({
      message: `“${p.ref}”不是有效的镜像名称。`,
      hint: '请使用 name:tag、name@sha256:… 或镜像 ID。',
    }),
  }),
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
  'image.unknown': said<{ ref: string; engine: string }>('failed', {
    en: (p) => ({
      message: `The engine at ${p.engine} has no image ${p.ref}.`,
      hint: 'Build or pull it first, or check its name and tag.',
    }),
    'zh-CN': (p) => ({
      message: `位于 ${p.engine} 的引擎没有镜像 ${p.ref}。`,
      hint: '请先构建或拉取，或检查名称与标签。',
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
