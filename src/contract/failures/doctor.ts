import { type Reason, said } from '../said.ts';

/** The doctor itself. */
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
  'doctor.finding-unknown': said<{ id: string; why: Reason | null }>('usage', {
    en: ({ id, why }, say) => ({
      message: `The doctor has no finding ${id}${why === null ? '' : `: ${say(why).message}`}`.replace(
        /[^.]$/,
        '$&.',
      ),
      hint: '`burrow doctor` lists them. What was fixed is no longer one.',
    }),
    'zh-CN': ({ id, why }, say) => ({
      message: why === null ? `没有编号为 ${id} 的问题。` : `没有编号为 ${id} 的问题：${say(why).message}`,
      hint: '`burrow doctor` 会列出全部问题。已修复的问题不再列出。',
    }),
  }),
  'doctor.no-fix': said<{ id: string; command: string | null }>('failed', {
    en: ({ id, command }) => ({
      message: `Burrow does not fix ${id} itself.`,
      hint: command === null ? '`burrow doctor` says what to do.' : `Run \`${command}\`.`,
    }),
    'zh-CN': ({ id, command }) => ({
      message: `Burrow 不会自行修复 ${id}。`,
      hint: command === null ? '`burrow doctor` 会说明处理方法。' : `请运行 \`${command}\`。`,
    }),
  }),
  'doctor.preview-outdated': said('failed', {
    en: () => ({
      message: 'What was shown has changed since. Nothing was changed.',
      hint: 'Look at the changes again.',
    }),
    'zh-CN': () => ({
      message: '显示之后内容又有改动。未作任何更改。',
      hint: '请重新查看更改。',
    }),
  }),
};
