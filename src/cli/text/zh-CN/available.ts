import type { Text } from '../text.ts';

export const available: Text['available'] = {
  help: {
    summary: '列出可安装的 Go 版本，从新到旧',
    all: '列出所有版本，而不只是每个次版本的最新补丁',
  },
  origin: {
    live: (asOf) => `来自官方索引，查询于 ${asOf}。`,
    cached: (asOf) => `无法连接官方索引，使用 ${asOf} 保存的副本。`,
    bundled: (day) => `无法连接官方索引，使用 Burrow 自带的官方索引（${day}）。`,
  },
  proxyAdds: (url, asOf) =>
    `其余版本来自模块代理 ${url}（${asOf === null ? '刚刚查询' : `查询于 ${asOf}`}）。`,
  proxyAddsNothing: (url, asOf) =>
    `模块代理 ${url}（${asOf === null ? '刚刚查询' : `查询于 ${asOf}`}）没有列出其他版本。`,
  fromProxy: '来自模块代理',
  forThisMachine: '适用于本机',
  noBuild: '没有适用于本机的构建',
};
