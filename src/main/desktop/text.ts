import type { Locale } from '#contract/locale';

const en = {
  recent: 'Recent Projects',
  noRecent: 'No Projects Yet',
  runs: (where: string, version: string) => `${where}: ${version}`,
  byDefault: 'Default Go',
  noGo: 'none',
  installing: (version: string) => `Installing ${version}`,
  building: (subject: string) => `Building ${subject}`,
  open: 'Open Burrow',
  quit: 'Quit Burrow',
  openFolder: 'Open this folder as a project?',
  openFolderDetail: (path: string) =>
    `${path}\n\nA link asks for it. Burrow will read the folder and show which Go runs there.`,
  openIt: 'Open',
  cancel: 'Cancel',
  notOpened: 'The folder was not opened',
};

export type DesktopText = typeof en;

/** The texts of menus, notifications and questions of the system. */
export const desktopTexts: Record<Locale, DesktopText> = {
  en,
  'zh-CN': {
    recent: '最近的项目',
    noRecent: '还没有项目',
    runs: (where, version) => `${where}：${version}`,
    byDefault: '默认的 Go',
    noGo: '无',
    installing: (version) => `正在安装 ${version}`,
    building: (subject) => `正在构建 ${subject}`,
    open: '打开 Burrow',
    quit: '退出 Burrow',
    openFolder: '要将此文件夹作为项目打开吗？',
    openFolderDetail: (path) =>
      `${path}\n\n这是一个链接的请求。Burrow 会读取该文件夹，并显示其中运行哪个 Go。`,
    openIt: '打开',
    cancel: '取消',
    notOpened: '未能打开该文件夹',
  },
};
