import type { StartDifference } from '../consistency.ts';
import { describeFinding, describeNoFix } from '../describe-finding.ts';
import { describeGone } from '../describe-gone.ts';
import { describeMistake } from '../describe-proxies.ts';
import type { Finding } from '../findings.ts';
import type { GoneToolchain } from '../gone-toolchain.ts';
import type { Locale } from '../locale.ts';
import type { ProxyMistake } from '../proxies.ts';
import { rosettaEnds } from '../rosetta.ts';
import { said } from '../said.ts';
import type { OtherShell } from '../shell.ts';
import { tellDifference } from '../words/difference.ts';
import { en } from '../words/en.ts';
import { zhCN } from '../words/zh-CN.ts';

const words = { en, 'zh-CN': zhCN };

function profileLine({ finding }: { finding: Finding }, locale: Locale) {
  const manager = finding.manager === null ? '' : words[locale].goManager[finding.manager];
  const { title, explanation } = describeFinding(finding, manager, locale);
  const noFix = finding.noFix === null ? '' : describeNoFix(finding.noFix, locale);
  return { message: title, hint: [explanation, noFix].filter(Boolean).join(locale === 'en' ? ' ' : '') };
}

/** Which projects use a toolchain, and whether it is the default. */
interface Use {
  isDefault: boolean;
  usedBy: string[];
}

const uses = {
  en: ({ isDefault, usedBy }: Use) =>
    [...(isDefault ? ['it is the default'] : []), ...(usedBy.length > 0 ? [usedBy.join(', ')] : [])].join(
      '; ',
    ),
  'zh-CN': ({ isDefault, usedBy }: Use) =>
    [...(isDefault ? ['它是默认版本'] : []), ...(usedBy.length > 0 ? [usedBy.join('、')] : [])].join('；'),
};

/** What the doctor finds with other parts of Burrow. */
export const doctorBridgeFailures = {
  'doctor.profile-line': said<{ finding: Finding }>('failed', {
    en: (p) => profileLine(p, 'en'),
    'zh-CN': (p) => profileLine(p, 'zh-CN'),
  }),
  'doctor.block-missing': said<{ shells: string[] }>('failed', {
    en: ({ shells }) => ({
      message: `${shells.join(', ')}: Burrow's lines are missing from the profiles.`,
      hint: "They put Burrow's folder first in PATH, in every new terminal.",
    }),
    'zh-CN': ({ shells }) => ({
      message: `${shells.join('、')}：配置文件中缺少 Burrow 的内容。`,
      hint: '这些内容会在每个新终端中把 Burrow 的目录放到 PATH 最前面。',
    }),
  }),
  'doctor.block-outdated': said<{ shells: string[] }>('failed', {
    en: ({ shells }) => ({
      message: `${shells.join(', ')}: Burrow's lines in the profiles are from an older Burrow, or for another home.`,
      hint: 'They are replaced with those of this Burrow.',
    }),
    'zh-CN': ({ shells }) => ({
      message: `${shells.join('、')}：配置文件中的 Burrow 内容来自旧版 Burrow，或属于另一个主目录。`,
      hint: '它们会被替换为当前 Burrow 的内容。',
    }),
  }),
  'doctor.shell-by-hand': said<Pick<OtherShell, 'name' | 'profile' | 'lines'>>('failed', {
    en: ({ name, profile, lines }) => ({
      message: `${name} does not find Burrow's Go, and Burrow does not edit its profile.`,
      hint: `Add this at the end of ${profile}:\n${lines.trimEnd()}`,
    }),
    'zh-CN': ({ name, profile, lines }) => ({
      message: `${name} 找不到 Burrow 的 Go，而 Burrow 不会编辑它的配置文件。`,
      hint: `请在 ${profile} 末尾加入：\n${lines.trimEnd()}`,
    }),
  }),
  'doctor.starts-differ': said<{ difference: StartDifference }>('failed', {
    en: ({ difference }) => {
      const { who, what, at } = tellDifference(difference, 'en', (path) => path);
      const line = at === null ? '' : ` It comes from: ${at}.`;
      return {
        message: `${who}: ${what}.`,
        hint: `Your login shell does otherwise.${line} \`burrow env consistency\` compares all starts.`,
      };
    },
    'zh-CN': ({ difference }) => {
      const { who, what, at } = tellDifference(difference, 'zh-CN', (path) => path);
      const line = at === null ? '' : `来源：${at}。`;
      return {
        message: `${who}：${what}。`,
        hint: `这与您的登录 Shell 不同。${line}\`burrow env consistency\` 会比较所有启动方式。`,
      };
    },
  }),
  /** `isSetUp`: the profile of the login shell has Burrow's lines. */
  'doctor.other-go-first': said<{ go: string; version: string | null; shims: string; isSetUp: boolean }>(
    'failed',
    {
      en: ({ go, version, shims, isSetUp }) => ({
        message: `Here \`go\` is ${go}${version === null ? '' : ` (${version})`}, not the Go that Burrow selects.`,
        hint: isSetUp
          ? `Your profile puts ${shims} first in PATH. Open a new terminal, or restart the app that started this one.`
          : `Put ${shims} first in PATH: \`burrow shell apply\`.`,
      }),
      'zh-CN': ({ go, version, shims, isSetUp }) => ({
        message: `此处的 \`go\` 是 ${go}${version === null ? '' : `（${version}）`}，而不是 Burrow 选择的 Go。`,
        hint: isSetUp
          ? `您的配置文件会把 ${shims} 放到 PATH 最前面。请打开新终端，或重新启动打开此终端的应用。`
          : `请把 ${shims} 放到 PATH 最前面：\`burrow shell apply\`。`,
      }),
    },
  ),
  'doctor.no-go-in-path': said<{ shims: string; isSetUp: boolean }>('failed', {
    en: ({ shims, isSetUp }) => ({
      message: `There is no \`go\` in PATH here, because ${shims} is not in it.`,
      hint: isSetUp
        ? 'Your profile adds it. Open a new terminal, or restart the app that started this one.'
        : 'Add it: `burrow shell apply`.',
    }),
    'zh-CN': ({ shims, isSetUp }) => ({
      message: `此处的 PATH 中没有 \`go\`，因为其中没有 ${shims}。`,
      hint: isSetUp
        ? '您的配置文件会添加它。请打开新终端，或重新启动打开此终端的应用。'
        : '请添加它：`burrow shell apply`。',
    }),
  }),
  'doctor.proxy-mistake': said<{ mistake: ProxyMistake }>('failed', {
    en: ({ mistake }) => ({
      message: describeMistake(mistake, 'en'),
      hint: mistake.right === null ? '' : `What was meant is probably ${mistake.name}=${mistake.right}.`,
    }),
    'zh-CN': ({ mistake }) => ({
      message: describeMistake(mistake, 'zh-CN'),
      hint: mistake.right === null ? '' : `本意可能是 ${mistake.name}=${mistake.right}。`,
    }),
  }),
  'doctor.translated': said<{ version: string; arch: string }>('failed', {
    en: ({ version, arch }) => ({
      message: `${version} is built for ${arch} and runs under Rosetta, slower than a native one.`,
      hint: rosettaEnds.en,
    }),
    'zh-CN': ({ version, arch }) => ({
      message: `${version} 是 ${arch} 版本，在 Rosetta 下运行，比原生版本慢。`,
      hint: rosettaEnds['zh-CN'],
    }),
  }),
  'doctor.go-missing': said<{ version: string; path: string }>('failed', {
    en: ({ version, path }) => ({
      message: `The go command of ${version} is missing: ${path}`,
      hint: 'A virus scanner may have removed it, or someone deleted it. A repair restores what is missing.',
    }),
    'zh-CN': ({ version, path }) => ({
      message: `${version} 的 go 命令不见了：${path}`,
      hint: '可能被杀毒软件或他人删除。修复会重新安装缺失的文件。',
    }),
  }),
  'doctor.record-damaged': said<{ version: string; path: string }>('failed', {
    en: ({ version, path }) => ({
      message: `The record of ${version} cannot be read: ${path}`,
      hint: 'It says where the toolchain comes from, and what its files must be. Installing it again writes a new one.',
    }),
    'zh-CN': ({ version, path }) => ({
      message: `无法读取 ${version} 的记录：${path}`,
      hint: '其中记录了该工具链的来源和各文件应有的内容。重新安装会写入新的记录。',
    }),
  }),
  'doctor.leftover': said<{ path: string }>('failed', {
    en: ({ path }) => ({
      message: `An interrupted install or removal has left ${path}.`,
      hint: 'Nothing uses it.',
    }),
    'zh-CN': ({ path }) => ({
      message: `中断的安装或移除留下了 ${path}。`,
      hint: '没有任何东西使用它。',
    }),
  }),
  'doctor.support-ended': said<{ version: string; endOfLife: string | null } & Use>('failed', {
    en: ({ version, endOfLife, ...use }) => ({
      message: `${version} gets no security fixes any more${endOfLife === null ? '' : `, since ${endOfLife}`}.`,
      hint: uses.en(use) === '' ? 'Nothing uses it.' : `Used here: ${uses.en(use)}.`,
    }),
    'zh-CN': ({ version, endOfLife, ...use }) => ({
      message: `${version} ${endOfLife === null ? '' : `自 ${endOfLife} 起`}不再获得安全修复。`,
      hint: uses['zh-CN'](use) === '' ? '没有任何东西使用它。' : `正在使用它的有：${uses['zh-CN'](use)}。`,
    }),
  }),
  'doctor.newer-patch': said<{ newer: string }>('failed', {
    en: ({ newer }) => ({
      message: `${newer} is out.`,
      hint: 'A patch release has only fixes, often security fixes.',
    }),
    'zh-CN': ({ newer }) => ({
      message: `${newer} 已发布。`,
      hint: '补丁版本只包含修复，常涉及安全。',
    }),
  }),
  'doctor.adopted-gone': said<Pick<GoneToolchain, 'version' | 'from' | 'manager'> & Use>('failed', {
    en: ({ version, from, manager, ...use }) => ({
      message: describeGone.en({ version, from, manager, now: null, commands: [] }),
      hint: uses.en(use) === '' ? 'Nothing uses it.' : `It is still asked for: ${uses.en(use)}.`,
    }),
    'zh-CN': ({ version, from, manager, ...use }) => ({
      message: describeGone['zh-CN']({ version, from, manager, now: null, commands: [] }),
      hint: uses['zh-CN'](use) === '' ? '没有任何东西使用它。' : `仍需要它：${uses['zh-CN'](use)}。`,
    }),
  }),
  'doctor.tools-outdated': said<{ names: string[]; goVersion: string }>('failed', {
    en: ({ names, goVersion }) => ({
      message: `Built with an older Go than ${goVersion}: ${names.join(', ')}.`,
      hint: 'Fixes of the standard library reach a tool only when it is built again.',
    }),
    'zh-CN': ({ names, goVersion }) => ({
      message: `使用早于 ${goVersion} 的 Go 构建：${names.join('、')}。`,
      hint: '标准库的修复只有在重新构建后才会进入工具。',
    }),
  }),
  'doctor.tools-translated': said<{ names: string[] }>('failed', {
    en: ({ names }) => ({
      message: `Built for another processor: ${names.join(', ')}.`,
      hint: 'They run translated, slower than native ones.',
    }),
    'zh-CN': ({ names }) => ({
      message: `为其他处理器构建：${names.join('、')}。`,
      hint: '它们以翻译方式运行，比原生版本慢。',
    }),
  }),
  'doctor.shims': said<{ missing: string[]; outdated: string[] }>('failed', {
    en: ({ missing, outdated }) => ({
      message: [
        ...(missing.length > 0 ? [`Burrow's commands are missing: ${missing.join(', ')}.`] : []),
        ...(outdated.length > 0 ? [`Another Burrow wrote these commands: ${outdated.join(', ')}.`] : []),
      ].join(' '),
      hint: 'They are written again. Nothing outside the home of Burrow changes.',
    }),
    'zh-CN': ({ missing, outdated }) => ({
      message: [
        ...(missing.length > 0 ? [`缺少 Burrow 的命令：${missing.join('、')}。`] : []),
        ...(outdated.length > 0 ? [`这些命令由另一个 Burrow 写入：${outdated.join('、')}。`] : []),
      ].join(''),
      hint: '它们会被重新写入。Burrow 主目录之外没有任何改动。',
    }),
  }),
  'doctor.home-open': said<{ path: string; mode: string }>('failed', {
    en: ({ path, mode }) => ({
      message: `Other users can look into ${path} (${mode}).`,
      hint: 'It has your projects, builds, and copies of your profiles.',
    }),
    'zh-CN': ({ path, mode }) => ({
      message: `其他用户可以查看 ${path}（${mode}）。`,
      hint: '其中有您的项目、构建记录和配置文件的副本。',
    }),
  }),
};
