import { describeGone } from '../describe-gone.ts';
import type { GoneToolchain } from '../gone-toolchain.ts';
import { installCommand } from '../install-command.ts';
import type { Locale } from '../locale.ts';
import { type Reason, said } from '../said.ts';

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

/** Installing a missing pinned version (`installMissing`) failed because of `why`. */
interface NotProvided extends Pick<NotInstalled, 'wanted' | 'because' | 'gone'> {
  why: Reason;
}

/** What is missing; if it was adopted and is gone, also what happened to it, and then with a full stop. */
const missing: Record<Locale, (p: Pick<NotInstalled, 'wanted' | 'because' | 'gone'>) => string> = {
  en: ({ wanted, because, gone }) =>
    `Go ${wanted} is not installed${because ? ` (wanted by ${because})` : ''}${gone ? `: ${describeGone.en(gone)}` : ''}`,
  'zh-CN': ({ wanted, because, gone }) =>
    `未安装 Go ${wanted}${because ? `（由 ${because} 指定）` : ''}${gone ? `：${describeGone['zh-CN'](gone)}` : ''}`,
};

/** How to use what is there in place of an adopted toolchain that is gone; null: Burrow has no command for it. */
const successor: Record<Locale, (gone: GoneToolchain | null | undefined) => string | null> = {
  en: (gone) =>
    gone?.commands.length ? `To use ${gone.now?.version}, run \`${gone.commands.join(' && ')}\`.` : null,
  'zh-CN': (gone) =>
    gone?.commands.length
      ? `如需使用 ${gone.now?.version}，请运行 \`${gone.commands.join(' && ')}\`。`
      : null,
};

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
    en: (p) => {
      const install = installCommand.en(p.wanted, p.installs ?? null);
      const use = successor.en(p.gone);
      return {
        message: p.gone ? missing.en(p) : `${missing.en(p)}.`,
        hint: p.mustExist
          ? `Installed: ${p.installed.join(', ') || 'none'}.`
          : use
            ? `${use} Or install a copy that is Burrow's own: ${install}.`
            : `Run ${install}.`,
      };
    },
    'zh-CN': (p) => {
      const install = installCommand['zh-CN'](p.wanted, p.installs ?? null);
      const use = successor['zh-CN'](p.gone);
      return {
        message: p.gone ? missing['zh-CN'](p) : `${missing['zh-CN'](p)}。`,
        hint: p.mustExist
          ? `已安装：${p.installed.join('、') || '无'}。`
          : use
            ? `${use}也可以由 Burrow 另行安装一份：${install}。`
            : `运行 ${install}。`,
      };
    },
  }),
  'toolchain.not-provided': said<NotProvided>('not-installed', {
    en: (p, say) => {
      const { message, hint } = say(p.why);
      return {
        message: p.gone
          ? `${missing.en(p)} Installing it failed: ${message}`
          : `${missing.en(p)}, and installing it failed: ${message}`,
        hint: [successor.en(p.gone), hint].filter(Boolean).join(' '),
      };
    },
    'zh-CN': (p, say) => {
      const { message, hint } = say(p.why);
      return {
        message: p.gone
          ? `${missing['zh-CN'](p)}安装失败：${message}`
          : `${missing['zh-CN'](p)}，安装失败：${message}`,
        hint: [successor['zh-CN'](p.gone), hint].filter(Boolean).join(''),
      };
    },
  }),
  /** Printed by the shim, which does not look for a replacement. */
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
