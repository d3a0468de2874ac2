import type { Text } from '../text.ts';

export const list: Text['list'] = {
  help: {
    summary: '列出已安装的 Go 版本',
  },
  from: '来源',
  total: (bytes) => `共占用磁盘 ${bytes}。`,
  known: {
    index: {
      live: (asOf) => `官方索引（${asOf}）`,
      cached: (asOf) => `官方索引（${asOf}）`,
      bundled: (day) => `Burrow 自带的官方索引（${day}）`,
    },
    proxy: (url, asOf) => `模块代理 ${url}（${asOf}）`,
    from: (sources, command) => `依据${sources.join('和')}。重新查询：${command}`,
  },
  update: (version, command) => `${version} 已发布：${command}`,
  translated: (count, command) =>
    `有 ${count} 个正在使用的版本通过 Rosetta 运行。如需换成原生版本：${command}`,
  empty: '尚未安装任何 Go。运行 `burrow install latest` 安装最新版本。',
  origin: (source, proof) => `${source}，${proof}`,
};
