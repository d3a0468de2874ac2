import { said } from '../said.ts';

/** Files, processes, downloads, archives, locks. */
export const systemFailures = {
  cancelled: said({
    en: () => ({ message: 'Cancelled.', hint: 'Nothing was left half done. Run it again when you like.' }),
    'zh-CN': () => ({ message: '已取消。', hint: '没有留下任何半成品，可随时重新执行。' }),
  }),
  internal: said<{ detail: string }>({
    en: (p) => ({
      message: `Something went wrong inside Burrow: ${p.detail}`,
      hint: 'This is a bug in Burrow. Please report it with this message.',
    }),
    'zh-CN': (p) => ({
      message: `Burrow 内部出错：${p.detail}`,
      hint: '这是 Burrow 的缺陷，请附上此信息反馈。',
    }),
  }),
  'input.invalid': said<{ detail: string }>({
    en: (p) => ({
      message: `That request cannot be understood: ${p.detail}`,
      hint: 'Check the spelling and the values.',
    }),
    'zh-CN': (p) => ({ message: `无法理解该请求：${p.detail}`, hint: '请检查拼写和取值。' }),
  }),
  'usage.invalid': said<{ detail: string; see: string }>({
    en: (p) => ({ message: p.detail, hint: `See \`${p.see}\`.` }),
    'zh-CN': (p) => ({ message: p.detail, hint: `请查看 \`${p.see}\`。` }),
  }),
  'file.not-found': said<{ path: string }>({
    en: (p) => ({ message: `There is no file at ${p.path}.`, hint: 'Check the path.' }),
    'zh-CN': (p) => ({ message: `${p.path} 不存在。`, hint: '请检查路径。' }),
  }),
  'folder.not-found': said<{ path: string }>({
    en: (p) => ({
      message: `There is no folder at ${p.path}.`,
      hint: 'It may have been moved or deleted. Choose another folder.',
    }),
    'zh-CN': (p) => ({
      message: `文件夹 ${p.path} 不存在。`,
      hint: '它可能已被移动或删除，请选择其他文件夹。',
    }),
  }),
  'file.no-permission': said<{ path: string }>({
    en: (p) => ({
      message: `No permission for ${p.path}.`,
      hint: 'Check who owns it and its mode, or set BURROW_HOME to a folder of yours.',
    }),
    'zh-CN': (p) => ({
      message: `没有访问 ${p.path} 的权限。`,
      hint: '请检查其属主与权限，或将 BURROW_HOME 设为您自己的文件夹。',
    }),
  }),
  'disk.full': said<{ path: string }>({
    en: (p) => ({
      message: `The disk is full: ${p.path} could not be written.`,
      hint: 'Free some space and run it again. What was half written has been removed.',
    }),
    'zh-CN': (p) => ({
      message: `磁盘已满：无法写入 ${p.path}。`,
      hint: '请释放空间后重试。未写完的内容已被清除。',
    }),
  }),
  'home.unusable': said<{ path: string; detail: string }>({
    en: (p) => ({
      message: `Burrow's home ${p.path} cannot be used: ${p.detail}`,
      hint: 'Make it a folder you can write to, or point BURROW_HOME elsewhere.',
    }),
    'zh-CN': (p) => ({
      message: `无法使用 Burrow 主目录 ${p.path}：${p.detail}`,
      hint: '请确保它是可写的文件夹，或将 BURROW_HOME 指向别处。',
    }),
  }),
  'process.not-found': said<{ command: string }>({
    en: (p) => ({ message: `The program ${p.command} was not found.`, hint: 'Install it, or check PATH.' }),
    'zh-CN': (p) => ({ message: `找不到程序 ${p.command}。`, hint: '请安装它，或检查 PATH。' }),
  }),
  'download.unreachable': said<{ url: string; detail: string }>({
    en: (p) => ({
      message: `${p.url} could not be reached: ${p.detail}`,
      hint: 'Check the network, or choose another source with --from.',
    }),
    'zh-CN': (p) => ({
      message: `无法连接 ${p.url}：${p.detail}`,
      hint: '请检查网络，或用 --from 选择其他来源。',
    }),
  }),
  'download.status': said<{ url: string; status: number }>({
    en: (p) => ({
      message: `${p.url} answered ${p.status}.`,
      hint:
        p.status === 404 || p.status === 410
          ? 'It does not have this file. Choose another version or another source.'
          : 'The server has a problem. Try again, or choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 返回 ${p.status}。`,
      hint:
        p.status === 404 || p.status === 410
          ? '该来源没有此文件，请选择其他版本或来源。'
          : '服务器出现问题，请稍后重试或选择其他来源。',
    }),
  }),
  'download.not-what-was-asked': said<{ url: string; got: string }>({
    en: (p) => ({
      message: `${p.url} answered with ${p.got} instead of the file.`,
      hint: 'A sign-in page or a filter may stand in between. Check the network, or choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 返回的是 ${p.got}，而不是所需文件。`,
      hint: '可能有登录页或过滤器拦截，请检查网络或选择其他来源。',
    }),
  }),
  'download.short': said<{ url: string; expected: number; got: number }>({
    en: (p) => ({
      message: `${p.url} ended after ${p.got} of ${p.expected} bytes.`,
      hint: 'The connection was cut. Run it again.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 在传输 ${p.got}/${p.expected} 字节后中断。`,
      hint: '连接被切断，请重试。',
    }),
  }),
  'archive.damaged': said<{ archive: string; detail: string }>({
    en: (p) => ({
      message: `${p.archive} is damaged: ${p.detail}`,
      hint: 'It was not used. Download it again, or choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.archive} 已损坏：${p.detail}`,
      hint: '未使用该文件。请重新下载或选择其他来源。',
    }),
  }),
  'archive.hostile': said<{ archive: string; entry: string; detail: string }>({
    en: (p) => ({
      message: `${p.archive} was refused: its entry ${p.entry} ${p.detail}.`,
      hint: 'An honest Go archive has no such entry. Do not trust where it came from.',
    }),
    'zh-CN': (p) => ({
      message: `已拒绝 ${p.archive}：条目 ${p.entry} ${p.detail}。`,
      hint: '正常的 Go 归档不会有这种条目，请勿信任其来源。',
    }),
  }),
  'lock.busy': said<{ path: string; pid: number }>({
    en: (p) => ({
      message: `Another Burrow (process ${p.pid}) holds ${p.path}.`,
      hint: 'Wait for it, or end that process.',
    }),
    'zh-CN': (p) => ({
      message: `另一个 Burrow（进程 ${p.pid}）正占用 ${p.path}。`,
      hint: '请等待其完成，或结束该进程。',
    }),
  }),
};
