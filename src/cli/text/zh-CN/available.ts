import type { Text } from '../text.ts';

export const available: Text['available'] = {
  help: {
    summary: '列出可安装的 Go 版本，从新到旧',
    all: '列出所有版本，而不只是每个次版本的最新补丁',
  },
  origin: {
    live: (asOf) => `官方索引，查询于 ${asOf}。`,
    cached: (asOf) => `没有网络：使用 ${asOf} 保存的官方索引。`,
    bundled: (asOf) => `没有网络：使用 Burrow 自带的索引（${asOf}）。`,
  },
  forThisMachine: '适用于本机',
  noBuild: '没有适用于本机的构建',
};
