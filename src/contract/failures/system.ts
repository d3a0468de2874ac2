import { said } from '../said.ts';

/** Requests, processes and locks. */
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
  'settings.kept-aside': said<{ path: string; aside: string }>('failed', {
    en: (p) => ({
      message: `${p.path} could not be read, so all other settings are the defaults now.`,
      hint: `What was in it is kept as ${p.aside}.`,
    }),
    'zh-CN': (p) => ({
      message: `无法读取 ${p.path}，其他设置已恢复为默认值。`,
      hint: `原有内容保存为 ${p.aside}。`,
    }),
  }),
  'usage.invalid': said<{ detail: string; see: string }>('usage', {
    en: (p) => ({ message: p.detail, hint: `See \`${p.see}\`.` }),
    'zh-CN': (p) => ({ message: p.detail, hint: `请查看 \`${p.see}\`。` }),
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
  'process.arguments': said<{ command: string }>('usage', {
    en: (p) => ({
      message: `The program ${p.command} cannot be run with these arguments and variables.`,
      hint: 'One of them contains a NUL byte, or they are too long for this system.',
    }),
    'zh-CN': (p) => ({
      message: `无法以这些参数和环境变量运行程序 ${p.command}。`,
      hint: '其中含有 NUL 字节，或总长度超出系统限制。',
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
