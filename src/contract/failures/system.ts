import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { shellWord } from '../shell-word.ts';

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
    'disk-full': 'the disk is full',
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
    'disk-full': '磁盘已满',
    'cannot-be-made': '无法在该处创建文件夹',
    'two-disks': '它与同级的 staging 文件夹不在同一磁盘上，而工具链必须一步移入',
  },
} satisfies Record<Locale, Record<string, string>>;

/** Hints for the reasons that another folder does not solve; `{path}` is the folder, as a word for a shell. */
const homeHints: Record<Locale, Partial<Record<keyof typeof homeReasons.en, string>>> = {
  en: {
    empty: 'Set it to an absolute path, or unset it to use ~/.burrow.',
    'not-yours': 'Run Burrow as its owner, without sudo, or point BURROW_HOME to a folder of your own.',
    'open-to-all': 'Run `chmod go-w {path}`, after checking that nobody has changed anything in it.',
    'open-to-group': 'Run `chmod g-w {path}`, after checking that nobody has changed anything in it.',
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

const hostileReasons = {
  en: {
    'leaves-root': 'leaves the archive with ".."',
    absolute: 'has an absolute path',
    backslash: 'has a backslash in its path',
    'control-character': 'has a control character in its name',
    'outside-prefix': 'is outside the top-level folder of the archive',
    'link-leaves-root': 'is a link to something outside the archive',
    'through-link': 'would be written through a link',
    'special-file': 'is neither a file nor a folder',
    duplicate: 'has the same path as another entry',
    'too-much': 'exceeds the size of any Go archive',
  },
  'zh-CN': {
    'leaves-root': '通过“..”指向归档之外',
    absolute: '使用了绝对路径',
    backslash: '路径中含有反斜杠',
    'control-character': '名称中含有控制字符',
    'outside-prefix': '位于归档应有的顶层文件夹之外',
    'link-leaves-root': '是指向归档之外的链接',
    'through-link': '会经由链接写入',
    'special-file': '既不是文件也不是文件夹',
    duplicate: '与另一条目位置相同',
    'too-much': '超出了 Go 归档应有的规模',
  },
} satisfies Record<Locale, Record<string, string>>;

/** The hint for a certificate that is not valid today, by the words of OpenSSL; undefined for other problems. */
export function dateHint(details: readonly string[], locale: Locale): string | undefined {
  if (!details.some((detail) => /certificate (has expired|is not yet valid)/.test(detail))) return undefined;
  return {
    en: "Today's date is outside the validity period of its certificate. Check the date of this machine, or choose another source (`--from`).",
    'zh-CN': '今天的日期不在其证书的有效期内。请检查本机日期，或选择其他来源（`--from`）。',
  }[locale];
}

/** Whether the server refuses for good: of the 4xx statuses, only 408 and 429 are temporary. */
function refused(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** Files, processes, downloads, archives, locks. */
export const systemFailures = {
  cancelled: said('cancelled', {
    en: () => ({ message: 'Cancelled.', hint: 'Nothing was left incomplete. Run it again at any time.' }),
    'zh-CN': () => ({ message: '已取消。', hint: '没有留下任何半成品，可随时重新执行。' }),
  }),
  internal: said<{ detail: string }>('bug', {
    en: (p) => ({
      message: `Internal error: ${p.detail}`,
      hint: 'This is a bug in Burrow. Please report it with this message.',
    }),
    'zh-CN': (p) => ({
      message: `内部错误：${p.detail}`,
      hint: '这是 Burrow 的缺陷，请附上此信息反馈。',
    }),
  }),
  'input.invalid': said<{ detail: string }>('usage', {
    en: (p) => ({
      message: `Invalid request: ${p.detail}`,
      hint: 'Check the spelling and the values.',
    }),
    'zh-CN': (p) => ({ message: `请求无效：${p.detail}`, hint: '请检查拼写和取值。' }),
  }),
  'usage.invalid': said<{ detail: string; see: string }>('usage', {
    en: (p) => ({ message: p.detail, hint: `See \`${p.see}\`.` }),
    'zh-CN': (p) => ({ message: p.detail, hint: `请查看 \`${p.see}\`。` }),
  }),
  'file.not-found': said<{ path: string }>('failed', {
    en: (p) => ({ message: `${p.path} does not exist.`, hint: 'Check the path.' }),
    'zh-CN': (p) => ({ message: `${p.path} 不存在。`, hint: '请检查路径。' }),
  }),
  'folder.not-found': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `The folder ${p.path} does not exist.`,
      hint: 'It may have been moved or deleted. Choose another folder.',
    }),
    'zh-CN': (p) => ({
      message: `文件夹 ${p.path} 不存在。`,
      hint: '它可能已被移动或删除，请选择其他文件夹。',
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
  'process.not-found': said<{ command: string }>('failed', {
    en: (p) => ({ message: `The program ${p.command} was not found.`, hint: 'Install it, or check PATH.' }),
    'zh-CN': (p) => ({ message: `找不到程序 ${p.command}。`, hint: '请安装它，或检查 PATH。' }),
  }),
  'process.not-allowed': said<{ command: string }>('failed', {
    en: (p) => ({
      message: `The program ${p.command} cannot be run: permission denied.`,
      hint: 'Check that it is a program, and its owner and mode.',
    }),
    'zh-CN': (p) => ({
      message: `无法运行程序 ${p.command}：权限不足。`,
      hint: '请检查它是否为可执行程序，以及其属主与权限。',
    }),
  }),
  'process.timed-out': said<{ command: string; ms: number }>('failed', {
    en: (p) => ({
      message: `The program ${p.command} did not finish within ${p.ms / 1000} s and was stopped.`,
      hint: 'Run it yourself to see what it waits for.',
    }),
    'zh-CN': (p) => ({
      message: `程序 ${p.command} 未在 ${p.ms / 1000} 秒内完成，已被终止。`,
      hint: '请手动运行它，查看它在等待什么。',
    }),
  }),
  'download.unreachable': said<{ url: string; detail: string }>('source', {
    en: (p) => ({
      message: `${p.url} could not be reached: ${p.detail}`,
      hint: dateHint([p.detail], 'en') ?? 'Check the network, or choose another source (`--from`).',
    }),
    'zh-CN': (p) => ({
      message: `无法连接 ${p.url}：${p.detail}`,
      hint: dateHint([p.detail], 'zh-CN') ?? '请检查网络，或选择其他来源（`--from`）。',
    }),
  }),
  'download.status': said<{ url: string; status: number }>('source', {
    en: (p) => ({
      message: `${p.url} answered ${p.status}.`,
      hint:
        p.status === 404 || p.status === 410
          ? 'It does not have this file. Choose another version or another source.'
          : refused(p.status)
            ? 'It refuses to give this file. Choose another version or another source.'
            : 'The server has a problem. Try again, or choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 返回 ${p.status}。`,
      hint:
        p.status === 404 || p.status === 410
          ? '该来源没有此文件，请选择其他版本或来源。'
          : refused(p.status)
            ? '该来源拒绝提供此文件，请选择其他版本或来源。'
            : '服务器出现问题，请稍后重试或选择其他来源。',
    }),
  }),
  'download.not-what-was-asked': said<{ url: string; got: string }>('source', {
    en: (p) => ({
      message: `${p.url} answered with ${p.got} instead of the file.`,
      hint: 'A sign-in page or a filter may be in the way. Check the network, or choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 返回的是 ${p.got}，而不是所需文件。`,
      hint: '可能有登录页或过滤器拦截，请检查网络或选择其他来源。',
    }),
  }),
  'download.short': said<{ url: string; expected: number; got: number }>('source', {
    en: (p) => ({
      message: `${p.url} ended after ${p.got} of ${p.expected} bytes.`,
      hint: 'The connection was interrupted. Run it again.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 在传输 ${p.got}/${p.expected} 字节后中断。`,
      hint: '连接被切断，请重试。',
    }),
  }),
  'download.long': said<{ url: string; expected: number }>('source', {
    en: (p) => ({
      message: `${p.url} sent more than the expected ${p.expected} bytes.`,
      hint: 'It is not the file that was asked for. Choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 发送的数据超过预期的 ${p.expected} 字节。`,
      hint: '这不是所需的文件，请选择其他来源。',
    }),
  }),
  'archive.damaged': said<{ archive: string; detail: string }>('refused', {
    en: (p) => ({
      message: `${p.archive} is damaged: ${p.detail}`,
      hint: 'It was not used. Download it again, or choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.archive} 已损坏：${p.detail}`,
      hint: '未使用该文件。请重新下载或选择其他来源。',
    }),
  }),
  'archive.hostile': said<{ archive: string; entry: string; reason: keyof typeof hostileReasons.en }>(
    'refused',
    {
      en: (p) => ({
        message: `${p.archive} was refused: its entry ${p.entry} ${hostileReasons.en[p.reason]}.`,
        hint: 'A genuine Go archive has no such entry. Do not trust its source.',
      }),
      'zh-CN': (p) => ({
        message: `已拒绝 ${p.archive}：条目 ${p.entry} ${hostileReasons['zh-CN'][p.reason]}。`,
        hint: '正常的 Go 归档不会有这种条目，请勿信任其来源。',
      }),
    },
  ),
  'lock.busy': said<{ path: string; pid: number }>('failed', {
    en: (p) => ({
      message: `Another Burrow process (${p.pid}) has locked ${p.path}.`,
      hint: 'Wait for it to finish, or end that process.',
    }),
    'zh-CN': (p) => ({
      message: `另一个 Burrow 进程（${p.pid}）已锁定 ${p.path}。`,
      hint: '请等待其完成，或结束该进程。',
    }),
  }),
};
