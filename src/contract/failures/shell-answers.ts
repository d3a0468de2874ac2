import { said } from '../said.ts';

/** Why it is not known what a shell gives to its programs. */
export const shellAnswerFailures = {
  'environment.shell-timed-out': said<{ shell: string; ms: number }>('failed', {
    en: ({ shell, ms }) => ({
      message: `${shell} did not answer within ${ms / 1000} s.`,
      hint: 'A profile waits for something. It can test BURROW_RESOLVING_ENVIRONMENT=1 to leave that out.',
    }),
    'zh-CN': ({ shell, ms }) => ({
      message: `${shell} 在 ${ms / 1000} 秒内没有回应。`,
      hint: '某个配置文件在等待。它可以检查 BURROW_RESOLVING_ENVIRONMENT=1 来跳过这一步。',
    }),
  }),
  'environment.shell-silent': said<{ shell: string }>('failed', {
    en: ({ shell }) => ({
      message: `${shell} ended without an answer.`,
      hint: 'A profile ends it, or replaces it with another program: look for `exit` and `exec`.',
    }),
    'zh-CN': ({ shell }) => ({
      message: `${shell} 没有回应就结束了。`,
      hint: '某个配置文件结束了它，或用别的程序替换了它：请查找 `exit` 和 `exec`。',
    }),
  }),
  'environment.shell-not-started': said<{ shell: string }>('failed', {
    en: ({ shell }) => ({
      message: `${shell} could not be started.`,
      hint: 'Start it in a terminal to see why.',
    }),
    'zh-CN': ({ shell }) => ({
      message: `无法启动 ${shell}。`,
      hint: '请在终端中启动它以查明原因。',
    }),
  }),
  'environment.no-desktop': said('failed', {
    en: () => ({
      message: 'There is no desktop session to ask.',
      hint: 'Burrow asks launchd on a Mac, and the systemd of the user on Linux.',
    }),
    'zh-CN': () => ({
      message: '没有可询问的桌面会话。',
      hint: 'Burrow 在 Mac 上询问 launchd，在 Linux 上询问用户的 systemd。',
    }),
  }),
};
