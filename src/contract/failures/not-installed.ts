import { describeGone } from '../describe-gone.ts';
import type { GoneToolchain } from '../gone-toolchain.ts';
import { installCommand } from '../install-command.ts';
import { said } from '../said.ts';

interface NotInstalled {
  wanted: string;
  installed: string[];
  because: string;
  /** An installed one was meant, to remove or verify it, so the hint does not say to install it. */
  mustExist?: boolean;
  /** A pin or a command names this version; a go.mod only asks for a minimum. */
  pinned?: boolean;
  /** The release that installing it would get, as far as is known: `go1.26.8` for `1.26`. */
  installs?: string | null;
  /** It was adopted and is gone. */
  gone?: GoneToolchain | null;
}

/** What is wanted is not installed, or not for a processor. */
export const notInstalledFailures = {
  /** `version`: `go1.24.9` or `latest`; `archs`: the processors it is installed for; `installs` as above. */
  'toolchain.not-for-arch': said<{
    version: string;
    arch: string;
    archs: string[];
    installs?: string | null;
  }>('not-installed', {
    en: (p) => ({
      message: `${p.version} is not installed for ${p.arch}${p.archs.length > 0 ? `, only for ${p.archs.join(' and ')}` : ''}.`,
      hint: `Run ${installCommand.en(p.version.replace(/^go/, ''), p.installs ?? null, ` --arch ${p.arch}`)}.`,
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 没有安装 ${p.arch} 构建${p.archs.length > 0 ? `，已安装的是 ${p.archs.join('、')} 构建` : ''}。`,
      hint: `运行 ${installCommand['zh-CN'](p.version.replace(/^go/, ''), p.installs ?? null, ` --arch ${p.arch}`)}。`,
    }),
  }),
  'toolchain.not-installed': said<NotInstalled>('not-installed', {
    en: ({ wanted, installed, because, mustExist, installs = null, gone }) => {
      const install = installCommand.en(wanted, installs);
      const missing = `Go ${wanted} is not installed${because ? ` (wanted by ${because})` : ''}`;
      const use = gone && gone.commands.length > 0 ? gone.commands.join(' && ') : null;
      return {
        message: gone ? `${missing}: ${describeGone.en(gone)}` : `${missing}.`,
        hint: mustExist
          ? `Installed: ${installed.join(', ') || 'none'}.`
          : use
            ? `To use ${gone?.now?.version}, run \`${use}\`. Or install a copy that is Burrow's own: ${install}.`
            : `Run ${install}.`,
      };
    },
    'zh-CN': ({ wanted, installed, because, mustExist, installs = null, gone }) => {
      const install = installCommand['zh-CN'](wanted, installs);
      const missing = `未安装 Go ${wanted}${because ? `（由 ${because} 指定）` : ''}`;
      const use = gone && gone.commands.length > 0 ? gone.commands.join(' && ') : null;
      return {
        message: gone ? `${missing}：${describeGone['zh-CN'](gone)}` : `${missing}。`,
        hint: mustExist
          ? `已安装：${installed.join('、') || '无'}。`
          : use
            ? `如需使用 ${gone?.now?.version}，请运行 \`${use}\`。也可以由 Burrow 另行安装一份：${install}。`
            : `运行 ${install}。`,
      };
    },
  }),
  /** Said by the shim, which does not look for what is there now. */
  'toolchain.adopted-gone': said<{ wanted: string; because: string }>('not-installed', {
    en: (p) => ({
      message: `Go ${p.wanted} is not installed (wanted by ${p.because}): it was adopted, and its owner has removed or replaced it.`,
      hint: 'Run `burrow current` to see what is there now.',
    }),
    'zh-CN': (p) => ({
      message: `未安装 Go ${p.wanted}（由 ${p.because} 指定）：它是接管的，已被其所有者移除或替换。`,
      hint: '运行 `burrow current` 查看现有的版本。',
    }),
  }),
};
