import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { shellWord } from '../shell-word.ts';
import { formatBytes } from '../units.ts';

const homeReasons = {
  en: {
    empty: 'BURROW_HOME is empty',
    'not-absolute': 'it is not an absolute path',
    'unfit-for-path': 'its name contains a colon or a line break, which PATH does not allow',
    'not-a-folder': 'there is a file in its place',
    'read-only': 'the disk is read-only',
    'no-permission': 'you do not have permission to write there',
    'not-yours': 'it belongs to another user',
    'open-to-all': 'every user can write to it, and so could change the programs you run',
    'open-to-group': 'other users of its group can write to it, and so could change the programs you run',
    'leads-elsewhere':
      'it is a link to a folder with other content, where Burrow might delete what it did not create',
    'cannot-be-made': 'no folder can be created there',
    'two-disks':
      'it is not on the same disk as the staging folder beside it, so toolchains cannot be moved there in one step',
  },
  'zh-CN': {
    empty: 'BURROW_HOME 为空',
    'not-absolute': '它不是绝对路径',
    'unfit-for-path': '名称含有冒号或换行，无法放入 PATH',
    'not-a-folder': '该位置被文件占用',
    'read-only': '磁盘为只读',
    'no-permission': '您没有写入权限',
    'not-yours': '它属于其他用户',
    'open-to-all': '任何人都可写入，他人可借此更改您运行的程序',
    'open-to-group': '同组的其他用户可写入，他人可借此更改您运行的程序',
    'leads-elsewhere': '它是指向其他内容所在文件夹的链接，Burrow 可能误删并非由它创建的内容',
    'cannot-be-made': '无法在该处创建文件夹',
    'two-disks': '它与同级的 staging 文件夹不在同一磁盘上，而工具链必须一步移入',
  },
} satisfies Record<Locale, Record<string, string>>;

/** Hints for the reasons that another folder does not solve; `{path}` is the folder, as a word for a shell. */
const homeHints: Record<Locale, Partial<Record<keyof typeof homeReasons.en, string>>> = {
  en: {
    empty: 'Set it to an absolute path, or unset it to use ~/.burrow.',
    'not-yours': 'Run Burrow as its owner, without sudo, or point BURROW_HOME to a folder of your own.',
    'open-to-all': 'Check that nobody has changed anything in it, then run `chmod go-w {path}`.',
    'open-to-group': 'Check that nobody has changed anything in it, then run `chmod g-w {path}`.',
    'leads-elsewhere': 'Let it lead to an empty folder, or remove the link.',
    'two-disks': 'Move the whole home to that disk and point BURROW_HOME to it, instead of a part of it.',
  },
  'zh-CN': {
    empty: '请将其设为绝对路径，或取消设置以使用 ~/.burrow。',
    'not-yours': '请以其属主身份运行（不要使用 sudo），或将 BURROW_HOME 设为您自己的文件夹。',
    'open-to-all': '请先确认其中内容未被他人改动，然后运行 `chmod go-w {path}`。',
    'open-to-group': '请先确认其中内容未被他人改动，然后运行 `chmod g-w {path}`。',
    'leads-elsewhere': '请让它指向一个空文件夹，或删除该链接。',
    'two-disks': '请将整个主目录移到该磁盘并让 BURROW_HOME 指向它，而不是只移动其中一部分。',
  },
};

const fileReasons = {
  en: {
    folder: 'it is a folder, not a file',
    special: 'it is a pipe, a socket or a device, not a file',
    'link-loop': 'its symbolic links lead in a circle',
    'name-too-long': 'its name is too long',
    nul: 'its name holds a NUL byte',
    io: 'the disk reported an error',
  },
  'zh-CN': {
    folder: '它是文件夹，而不是文件',
    special: '它是管道、套接字或设备，而不是文件',
    'link-loop': '其符号链接形成循环',
    'name-too-long': '名称过长',
    nul: '名称含有 NUL 字节',
    io: '磁盘报告了错误',
  },
} satisfies Record<Locale, Record<string, string>>;

/** Files, folders, the disk and Burrow's home. */
export const fileFailures = {
  'file.not-found': said<{ path: string }>('failed', {
    en: (p) => ({ message: `${p.path} does not exist.`, hint: 'Check the path.' }),
    'zh-CN': (p) => ({ message: `${p.path} 不存在。`, hint: '请检查路径。' }),
  }),
  'folder.not-found': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `The folder ${p.path} does not exist.`,
      hint: 'The name may be mistyped, or the folder was moved or deleted.',
    }),
    'zh-CN': (p) => ({
      message: `文件夹 ${p.path} 不存在。`,
      hint: '路径可能有误，或该文件夹已被移动或删除。',
    }),
  }),
  'file.no-permission': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `Permission denied: ${p.path}.`,
      hint: 'Check its owner and mode, or set BURROW_HOME to a folder of your own.',
    }),
    'zh-CN': (p) => ({
      message: `没有访问 ${p.path} 的权限。`,
      hint: '请检查其属主与权限，或将 BURROW_HOME 设为您自己的文件夹。',
    }),
  }),
  'file.exists': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `${p.path} exists and was not replaced.`,
      hint: 'Choose another name; on the command line, --force replaces the file.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 已存在，未被替换。`,
      hint: '请换一个名称；在命令行中可用 --force 替换。',
    }),
  }),
  /** The path exists but cannot be read or written as a file. */
  'file.unusable': said<{ path: string; reason: keyof typeof fileReasons.en }>('failed', {
    en: (p) => ({
      message: `${p.path} cannot be used: ${fileReasons.en[p.reason]}.`,
      hint: 'Move it away or choose another path.',
    }),
    'zh-CN': (p) => ({
      message: `无法使用 ${p.path}：${fileReasons['zh-CN'][p.reason]}。`,
      hint: '请将其移走，或选择其他路径。',
    }),
  }),
  'file.too-large': said<{ path: string; maxBytes: number }>('failed', {
    en: (p) => ({
      message: `${p.path} is larger than the ${formatBytes(p.maxBytes, 'en')} that Burrow reads of such a file.`,
      hint: 'Check that it is the right file.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 超过了 Burrow 对这类文件的读取上限 ${formatBytes(p.maxBytes, 'zh-CN')}。`,
      hint: '请检查它是否为正确的文件。',
    }),
  }),
  'disk.full': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `The disk is full: ${p.path} could not be written.`,
      hint: 'Free some space and run it again. The incomplete file was removed.',
    }),
    'zh-CN': (p) => ({
      message: `磁盘已满：无法写入 ${p.path}。`,
      hint: '请释放空间后重试。未写完的内容已被清除。',
    }),
  }),
  'home.unusable': said<{ path: string; reason: keyof typeof homeReasons.en }>('failed', {
    en: (p) => ({
      message: `Burrow's home${p.path && ` ${p.path}`} cannot be used: ${homeReasons.en[p.reason]}.`,
      hint:
        homeHints.en[p.reason]?.replace('{path}', () => shellWord(p.path)) ??
        'Make it a folder that you can write to, or point BURROW_HOME elsewhere.',
    }),
    'zh-CN': (p) => ({
      message: `无法使用 Burrow 主目录 ${p.path}：${homeReasons['zh-CN'][p.reason]}。`,
      hint:
        homeHints['zh-CN'][p.reason]?.replace('{path}', () => shellWord(p.path)) ??
        '请确保它是可写的文件夹，或将 BURROW_HOME 指向别处。',
    }),
  }),
};
