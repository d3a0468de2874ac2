import { said } from '../said.ts';
import { systemWords } from './system-words.ts';

/** Serving the UI and connecting to it. */
export const hostFailures = {
  'serve.port-busy': said<{ port: number }>('failed', {
    en: (p) => ({
      message: `Port ${p.port} is in use by another program.`,
      hint: 'Choose another with --port, or omit it to use a free one.',
    }),
    'zh-CN': (p) => ({
      message: `端口 ${p.port} 已被其他程序占用。`,
      hint: '请用 --port 指定其他端口，或省略它以自动选择空闲端口。',
    }),
  }),
  'serve.port-refused': said<{ port: number; detail: string }>('failed', {
    en: (p) => ({
      message: `Burrow cannot listen on port ${p.port}: ${systemWords(p.detail, 'en')}.`,
      hint: 'Choose a port between 1024 and 65535, or omit --port to use a free one.',
    }),
    'zh-CN': (p) => ({
      message: `Burrow 无法监听端口 ${p.port}：${systemWords(p.detail, 'zh-CN')}。`,
      hint: '请选择 1024 到 65535 之间的端口，或省略 --port 以自动选择空闲端口。',
    }),
  }),
  'connection.lost': said('failed', {
    en: () => ({
      message: 'The connection to Burrow was lost.',
      hint: 'It is being restored. If Burrow has ended, start it again.',
    }),
    'zh-CN': () => ({
      message: '与 Burrow 的连接已断开。',
      hint: '正在重新连接。如果 Burrow 已退出，请重新启动它。',
    }),
  }),
  'connection.ended': said('failed', {
    en: () => ({
      message: 'This session of Burrow has ended.',
      hint: 'Open the address that `burrow serve` printed, in this browser.',
    }),
    'zh-CN': () => ({
      message: '此 Burrow 会话已结束。',
      hint: '请在此浏览器中打开 `burrow serve` 显示的地址。',
    }),
  }),
};
