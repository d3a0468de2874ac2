import { installCommand } from '../install-command.ts';
import type { Locale } from '../locale.ts';
import { said } from '../said.ts';

const unlike = {
  en: {
    package: 'it was built from another package',
    version: 'it was built from another version',
    sum: 'its module has another checksum: the version was published again with other content',
    target: 'it was built for another processor',
    count: 'it is not a single program',
  },
  'zh-CN': {
    package: '它来自另一个包',
    version: '它来自另一个版本',
    sum: '模块的校验和不同：该版本曾以不同内容重新发布',
    target: '它适用于另一种处理器',
    count: '得到的不是单个程序',
  },
} satisfies Record<Locale, Record<string, string>>;

/** The same package at its newest version: `golang.org/x/tools/gopls@latest`. */
function newest(what: string): string {
  return what.replace(/@[^@]*$/, '@latest');
}

/** Tools installed with `go install`. */
export const toolFailures = {
  'tool.unknown': said<{ name: string; nearest: string[]; folder: string }>('failed', {
    en: (p) => ({
      message: `There is no tool ${p.name} in ${p.folder}.`,
      hint:
        p.nearest.length > 0 ? `Did you mean ${p.nearest.join(' or ')}?` : 'Run `burrow tools` to list them.',
    }),
    'zh-CN': (p) => ({
      message: `${p.folder} 中没有工具 ${p.name}。`,
      hint:
        p.nearest.length > 0
          ? `您是否想要 ${p.nearest.join(' 或 ')}？`
          : '运行 `burrow tools` 查看已有的工具。',
    }),
  }),
  'tool.local': said<{ name: string; module: string }>('failed', {
    en: (p) => ({
      message: `${p.name} was built in a local folder (${p.module}), so its source code cannot be downloaded.`,
      hint: 'Run `go install` in that folder.',
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 是在您自己的文件夹中构建的（${p.module}），无法从别处取得其源代码。`,
      hint: '请在该文件夹中运行 `go install`。',
    }),
  }),
  'tool.replaced': said<{ name: string; module: string }>('failed', {
    en: (p) => ({
      message: `${p.name} was built with a \`replace\` in the go.mod of ${p.module}, which \`go install\` does not accept for a version.`,
      hint: 'Clone its repository and run `go install` there.',
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 构建时 ${p.module} 的 go.mod 中有 \`replace\`，\`go install\` 指定版本时不接受。`,
      hint: '请克隆其仓库，并在其中运行 `go install`。',
    }),
  }),
  'tool.no-module': said<{ name: string }>('failed', {
    en: (p) => ({
      message: `${p.name} does not record which module and version it was built from.`,
      hint: 'Install it again: `go install PACKAGE@latest`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 没有记录它来自哪个模块和版本。`,
      hint: '请重新安装：`go install 包@latest`。',
    }),
  }),
  'tool.link': said<{ name: string; to: string }>('failed', {
    en: (p) => ({
      message: `${p.name} is a link to ${p.to}.`,
      hint: 'Rebuild it with the tool that created the link.',
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 是指向 ${p.to} 的链接。`,
      hint: '请用当初创建它的工具重新构建。',
    }),
  }),
  /** `installs`: the release that installing `needs` would get, if known. */
  'tool.needs-newer-go': said<{ name: string; needs: string; has: string; installs: string | null }>(
    'failed',
    {
      en: (p) => ({
        message: `${p.name} needs Go ${p.needs} or newer, but would be built with ${p.has}.`,
        hint: `Run ${installCommand.en(p.needs, p.installs)}, then \`burrow tools rebuild ${p.name} --go ${p.needs}\`. The installed program is unchanged.`,
      }),
      'zh-CN': (p) => ({
        message: `${p.name} 需要 Go ${p.needs} 或更新版本，而本次使用的是 ${p.has}。`,
        hint: `请运行 ${installCommand['zh-CN'](p.needs, p.installs)}，再运行 \`burrow tools rebuild ${p.name} --go ${p.needs}\`。旧文件保持原样。`,
      }),
    },
  ),
  'tool.build-failed': said<{ name: string; what: string; line: string }>('failed', {
    en: (p) => ({
      message: `\`go install ${p.what}\` failed${p.line ? `: ${p.line}` : '.'}`,
      hint: `${p.name} is unchanged. If its version is too old for this Go, try a newer one: \`go install ${newest(p.what)}\`.`,
    }),
    'zh-CN': (p) => ({
      message: `\`go install ${p.what}\` 失败${p.line ? `：${p.line}` : '。'}`,
      hint: `${p.name} 保持原样。如果它的版本对这个 Go 来说太旧，可试试较新的版本：\`go install ${newest(p.what)}\`。`,
    }),
  }),
  'tool.unlike': said<{ name: string; what: string; reason: keyof typeof unlike.en }>('failed', {
    en: (p) => ({
      message: `\`go install ${p.what}\` produced something other than ${p.name}: ${unlike.en[p.reason]}.`,
      hint: `It was deleted, and ${p.name} is unchanged. If you trust it, run that command yourself.`,
    }),
    'zh-CN': (p) => ({
      message: `\`go install ${p.what}\` 的结果与原来的 ${p.name} 不符：${unlike['zh-CN'][p.reason]}。`,
      hint: `已将其删除，${p.name} 保持原样。如果您信任它，请自行运行该命令。`,
    }),
  }),
  'tool.changed': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `${p.path} was changed while it was being rebuilt.`,
      hint: 'The changed file was kept. Run it again if it is still outdated.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 在重新构建期间被改动。`,
      hint: '已保留改动后的文件。如仍需重新构建，请再次运行。',
    }),
  }),
  'tools.go-not-native': said<{ version: string; target: string }>('failed', {
    en: (p) => ({
      message: `${p.version} is for ${p.target}: the tools it builds would not run natively on this machine.`,
      hint: 'Install the native one with `burrow install`, or choose another version with `--go`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 适用于 ${p.target}，用它构建的工具无法在本机原生运行。`,
      hint: '请用 `burrow install` 安装原生版本，或用 `--go` 指定其他版本。',
    }),
  }),
};
