import { said } from '../said.ts';

/** The doctor, and what it finds in other parts of Burrow. */
export const doctorFailures = {
  'doctor.check-slow': said<{ check: string; ms: number }>('failed', {
    en: ({ check, ms }) => ({
      message: `The check ${check} gave no answer within ${ms / 1000} s.`,
      hint: 'The others are not affected. Run `burrow doctor` again later.',
    }),
    'zh-CN': ({ check, ms }) => ({
      message: `检查 ${check} 在 ${ms / 1000} 秒内没有结果。`,
      hint: '其他检查不受影响。请稍后再次运行 `burrow doctor`。',
    }),
  }),
};
