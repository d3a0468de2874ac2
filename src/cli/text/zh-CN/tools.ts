import type { Text } from '../text.ts';

export const tools: Text['tools'] = {
  help: {
    summary: '列出 `go install` 安装的工具：由哪个 Go 构建，适用于哪种处理器',
    rebuild: '用主文件夹所用的 Go 重新构建工具，各自版本不变',
    names: '只构建这些工具（默认：由较旧的 Go 构建或适用于其他处理器的工具）',
    all: '所有工具',
    outdated: '由较旧的 Go 构建或适用于其他处理器的工具（默认）',
    go: '改用此 Go 版本构建',
    dryRun: '只显示将构建什么、使用哪些设置',
  },
  name: '名称',
  module: '模块',
  builtWith: '构建所用的 Go',
  processor: '处理器',
  state: '状态',
  outdated: '由旧版 Go 构建',
  local: '在文件夹中构建',
  link: (to) => `指向 ${to} 的链接`,
  noModules: '未使用模块构建',
  where: (folders) =>
    `位于 ${folders
      .map(
        ({ path, because, exists }) =>
          `${path}${because === 'default' ? '' : `（${because}）`}${exists ? '' : '（尚不存在）'}`,
      )
      .join('、')}。`,
  goNow: (version) => `现在会用 ${version} 构建它们。`,
  noGo: '主文件夹没有选定 Go，因此无法判断哪些工具过时：`burrow use 版本 --global`。',
  others: {
    'not-go': (names) => `不是 Go 程序：${names}`,
    damaged: (names) => `已损坏：${names}`,
    'too-large': (names) => `过大，未查看：${names}`,
    unreadable: (names) => `无法读取：${names}`,
    'broken-link': (names) => `失效的链接：${names}`,
  },
  otherCount: (count) => `…另有 ${count} 个`,
  rebuildHint: (count) => `${count} 个工具需要重新构建：\`burrow tools rebuild\``,
  empty: '还没有工具。运行 `go install golang.org/x/tools/gopls@latest` 即可安装一个。',
  hint: (count, version) => `${count} 个工具由比 ${version} 更旧的 Go 构建：\`burrow tools rebuild\``,
  oneOf: '请在名称、--all 和 --outdated 中只选一种。',
  nothing: '没有需要重新构建的工具：没有由较旧的 Go 构建或适用于其他处理器的工具。',
  builds: (what, version) => `用 ${version} 运行 go install ${what}`,
  keeps: (settings) => `保留 ${settings}`,
  loses: (settings) => `不保留 ${settings}`,
  waiting: '正在等待另一个 Burrow 进程完成重新构建。',
  progress: (number, total, what) => `第 ${number} 个，共 ${total} 个：${what}`,
  outcome: { rebuilt: '已重新构建', failed: '失败', skipped: '已略过' },
  became: (before, now) => `${before} → ${now}`,
  summary: (rebuilt, failed, skipped) =>
    [
      `已重新构建 ${rebuilt} 个`,
      ...(failed > 0 ? [`${failed} 个失败并保持原样`] : []),
      ...(skipped > 0 ? [`略过 ${skipped} 个`] : []),
    ].join('，'),
};
