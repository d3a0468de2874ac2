import { said } from '../said.ts';
import { systemWords } from './system-words.ts';

/** Whether an engine, a proxy before it or the system says that this user may not use it. */
function isAboutPermission(detail: string): boolean {
  return /^(EACCES|EPERM|401|403)\b|permission denied|denied by/i.test(detail);
}

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
      hint: isAboutPermission(p.detail)
        ? 'Check that you have permission to use it (for Docker on Linux, membership of the group docker).'
        : 'Its log may say more. Restarting it may help.',
    }),
    'zh-CN': (p) => ({
      message: `位于 ${p.engine} 的容器引擎拒绝了请求：${systemWords(p.detail, 'zh-CN')}`,
      hint: isAboutPermission(p.detail)
        ? '请检查您是否有权使用它（Linux 上的 Docker 需加入 docker 用户组）。'
        : '其日志中可能有更多说明；重新启动它也许有帮助。',
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
  'image.unknown': said<{ ref: string; engine: string }>('failed', {
    en: (p) => ({
      message: `The engine at ${p.engine} has no image ${p.ref}.`,
      hint: /[:@]/.test(p.ref)
        ? 'Build or pull it first, or check its name and tag.'
        : `Build or pull it first, or check its name and tag. A file or folder is written with its path: ./${p.ref}`,
    }),
    'zh-CN': (p) => ({
      message: `位于 ${p.engine} 的引擎没有镜像 ${p.ref}。`,
      hint: /[:@]/.test(p.ref)
        ? '请先构建或拉取，或检查名称与标签。'
        : `请先构建或拉取，或检查名称与标签。若是文件或文件夹，请写出路径：./${p.ref}`,
    }),
  }),
};
