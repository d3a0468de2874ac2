import { said } from '../said.ts';

/** Container engines and images. */
export const imageFailures = {
  'engine.not-running': said<{ tried: string[] }>({
    en: (p) => ({
      message: `No container engine answers${p.tried.length > 0 ? ` at ${p.tried.join(', ')}` : ''}.`,
      hint: 'Start Docker or Podman, or set DOCKER_HOST.',
    }),
    'zh-CN': (p) => ({
      message: `没有容器引擎响应${p.tried.length > 0 ? `（已尝试 ${p.tried.join('、')}）` : ''}。`,
      hint: '请启动 Docker 或 Podman，或设置 DOCKER_HOST。',
    }),
  }),
  'engine.refused': said<{ engine: string; detail: string }>({
    en: (p) => ({
      message: `The container engine at ${p.engine} refused: ${p.detail}`,
      hint: 'Check that you may use it (for Docker on Linux, the group docker).',
    }),
    'zh-CN': (p) => ({
      message: `位于 ${p.engine} 的容器引擎拒绝了请求：${p.detail}`,
      hint: '请检查您是否有权使用它（Linux 上的 Docker 需加入 docker 用户组）。',
    }),
  }),
  'image.unknown': said<{ ref: string; engine: string }>({
    en: (p) => ({
      message: `The engine at ${p.engine} has no image ${p.ref}.`,
      hint: 'Build or pull it first, or check its name and tag.',
    }),
    'zh-CN': (p) => ({
      message: `位于 ${p.engine} 的引擎没有镜像 ${p.ref}。`,
      hint: '请先构建或拉取，或检查名称与标签。',
    }),
  }),
};
