import type { Locale } from '../locale.ts';
import { said } from '../said.ts';

const unlike = {
  en: {
    package: 'it was made from another package',
    version: 'it was made from another version',
    sum: "its module's checksum is another one: the version was published a second time",
    target: 'it was made for another processor',
    count: 'it is not one program',
  },
  'zh-CN': {
    package: '它来自另一个包',
    version: '它来自另一个版本',
    sum: '模块的校验和不同：该版本被重新发布过',
    target: '它适用于另一种处理器',
    count: '得到的不是单个程序',
  },
} satisfies Record<Locale, Record<string, string>>;

/** `golang.org/x/tools/gopls@latest` for one with a version. */
function newest(what: string): string {
  return what.replace(/@[^@]*$/, '@latest');
}

/** Tools that `go install` put there. */
export const toolFailures = {
  'tool.unknown': said<{ name: string; nearest: string[]; folder: string }>('failed', {
    en: (p) => ({
      message: `There is no tool ${p.name} in ${p.folder}.`,
      hint:
        p.nearest.length > 0
          ? `Did you mean ${p.nearest.join(' or ')}?`
          : 'Run `burrow tools` to see what there is.',
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
      message: `${p.name} was built in a folder of yours (${p.module}), so nobody else has its sources.`,
      hint: 'Run `go install` in that folder.',
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 是在您自己的文件夹中构建的（${p.module}），无法从别处取得其源代码。`,
      hint: '请在该文件夹中运行 `go install`。',
    }),
  }),
  'tool.replaced': said<{ name: string; module: string }>('failed', {
    en: (p) => ({
      message: `${p.name} was built with a \`replace\` in the go.mod of ${p.module}, which \`go install\` of a version refuses.`,
      hint: 'Clone its repository and run `go install` there.',
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 构建时 ${p.module} 的 go.mod 中有 \`replace\`，\`go install\` 指定版本时不接受。`,
      hint: '请克隆其仓库，并在其中运行 `go install`。',
    }),
  }),
  'tool.no-module': said<{ name: string }>('failed', {
    en: (p) => ({
      message: `${p.name} does not tell which module and version it was built from.`,
      hint: 'Install it anew: `go install PACKAGE@latest`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 未说明它来自哪个模块和版本。`,
      hint: '请重新安装：`go install 包@latest`。',
    }),
  }),
  'tool.link': said<{ name: string; to: string }>('failed', {
    en: (p) => ({
      message: `${p.name} is a link to ${p.to}.`,
      hint: 'Rebuild it with what put it there.',
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 是指向 ${p.to} 的链接。`,
      hint: '请用当初创建它的工具重新构建。',
    }),
  }),
  'tool.needs-newer-go': said<{ name: string; needs: string; has: string }>('failed', {
    en: (p) => ({
      message: `${p.name} needs Go ${p.needs} or newer; it was to be built with ${p.has}.`,
      hint: `Run \`burrow install ${p.needs}\`, then \`burrow tools rebuild ${p.name} --go ${p.needs}\`. The old one is as it was.`,
    }),
    'zh-CN': (p) => ({
      message: `${p.name} 需要 Go ${p.needs} 或更新版本，而本次使用的是 ${p.has}。`,
      hint: `请运行 \`burrow install ${p.needs}\`，再运行 \`burrow tools rebuild ${p.name} --go ${p.needs}\`。旧文件保持原样。`,
    }),
  }),
  'tool.build-failed': said<{ name: string; what: string; line: string }>('failed', {
    en: (p) => ({
      message: `\`go install ${p.what}\` failed${p.line ? `: ${p.line}` : '.'}`,
      hint: `${p.name} is as it was. If its version is too old for this Go, a newer one may do: \`go install ${newest(p.what)}\`.`,
    }),
    'zh-CN': (p) => ({
      message: `\`go install ${p.what}\` 失败${p.line ? `：${p.line}` : '。'}`,
      hint: `${p.name} 保持原样。如果它的版本对这个 Go 来说太旧，可试试较新的版本：\`go install ${newest(p.what)}\`。`,
    }),
  }),
  'tool.unlike': said<{ name: string; what: string; reason: keyof typeof unlike.en }>('failed', {
    en: (p) => ({
      message: `What \`go install ${p.what}\` made is not what ${p.name} was: ${unlike.en[p.reason]}.`,
      hint: `It was deleted, and ${p.name} is as it was. If you trust it, run that command yourself.`,
    }),
    'zh-CN': (p) => ({
      message: `\`go install ${p.what}\` 的结果与原来的 ${p.name} 不符：${unlike['zh-CN'][p.reason]}。`,
      hint: `已将其删除，${p.name} 保持原样。如果您信任它，请自行运行该命令。`,
    }),
  }),
  'tool.changed': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `${p.path} was changed while it was being rebuilt.`,
      hint: 'It was left as it is now. Run it again if it is still outdated.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 在重新构建期间被改动。`,
      hint: '它保持现在的样子。如仍需重新构建，请再次运行。',
    }),
  }),
  'tools.go-not-native': said<{ version: string; target: string }>('failed', {
    en: (p) => ({
      message: `${p.version} is for ${p.target}: what it builds would not be for this machine's own processor.`,
      hint: 'Install the native one with `burrow install`, or name another version with `--go`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 适用于 ${p.target}，用它构建的工具并非面向本机处理器。`,
      hint: '请用 `burrow install` 安装原生版本，或用 `--go` 指定其他版本。',
    }),
  }),
};
