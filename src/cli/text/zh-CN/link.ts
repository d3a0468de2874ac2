import type { Text } from '../text.ts';

export const link: Text['link'] = {
  help: {
    summary: '为此文件夹的 Go 提供一个不变的路径，供编辑器使用',
    remove: '移除该路径',
    list: '显示所有此类路径及其指向',
  },
  path: '链接',
  folder: '文件夹',
  empty: '还没有链接。在项目中运行 `burrow link` 可为其编辑器创建一个。',
  leads: (version, goroot) => `它指向 ${version}（${goroot}），并随之更新：`,
  nowhere: '目前没有指向',
  removed: (folder) => `已移除 ${folder} 的链接。`,
  none: (folder) => `${folder} 没有链接。`,
  listAlone: '--list 会列出所有链接，不能与其他选项同时使用。',
  moved: (folder, version) => `${folder} 的链接现在指向 ${version}。`,
  away: (folder) => `${folder} 的链接目前没有可指向的 Go，已暂时撤下；该文件夹所需的 Go 安装后会恢复。`,
};
