import type { Text } from '../text.ts';

export const current: Text['current'] = {
  help: {
    summary: '显示此处运行哪个 Go',
    explain: '显示所有考虑过的设置及其结果',
  },
  rule: {
    'burrow-go': 'BURROW_GO',
    'go-version-file': '.go-version',
    'tool-versions': '.tool-versions',
    'mise-toml': 'mise.toml',
    'go-work-toolchain': 'go.work 的 toolchain',
    'go-work-go': 'go.work 的 go',
    'go-mod-toolchain': 'go.mod toolchain',
    'go-mod-go': 'go.mod go',
    default: '默认版本',
    path: 'PATH',
    gotoolchain: 'GOTOOLCHAIN',
  },
  outcome: {
    decides: '决定',
    agrees: '一致',
    overridden: '被覆盖',
    'too-old': '版本过旧',
    'not-installed': '未安装',
    unreadable: '无法读取',
    shadowed: '被遮蔽',
    switches: '让 Go 切换',
    fails: '导致 Go 失败',
  },
  disagrees: (outcome, file) => `${outcome}；与 ${file} 不一致`,
  because: (place, text) => `依据 ${place}：${text}`,
  firstOnPath: '它是 PATH 中的第一个 go，且没有其他设置指定版本',
  leftToGo: (wanted, command) =>
    `没有已安装的 Go 达到 ${wanted}，因此由 Go 自身的切换机制按 GOTOOLCHAIN 查找。如需安装：${command}`,
  started: (version, because) => `先启动 ${version}${because === null ? '' : `（${because}）`}。`,
  finds: (toolchain) => `它在 PATH 中找到 ${toolchain}，并切换到它。`,
  hasDownloaded: (toolchain) => `它会切换到 Go 此前已下载的 ${toolchain}。`,
  downloads: (toolchain, command) => `它会在首次使用时下载 ${toolchain} 并切换到它。如需改为安装：${command}`,
  tooOld: (place, text) =>
    `${place} 固定的版本（${text}）低于上述要求，因此在这里不起作用，GOTOOLCHAIN 也保持原样。`,
  outsideRepository: (place, repository, command) =>
    `${place} 位于仓库 ${repository} 之外：其他人克隆该仓库后使用的是另一个 Go。如需在仓库中固定此版本：${command}`,
};
