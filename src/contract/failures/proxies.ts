import { said } from '../said.ts';

/** Module proxies. */
export const proxyFailures = {
  'proxy.no-module': said<{ given: string }>('usage', {
    en: ({ given }) => ({
      message: `"${given}" is not a version of a module.`,
      hint: 'Write its path and its version, as in rsc.io/quote@v1.5.2.',
    }),
    'zh-CN': ({ given }) => ({
      message: `“${given}”不是模块的某个版本。`,
      hint: '请写模块路径和版本，例如 rsc.io/quote@v1.5.2。',
    }),
  }),
};
