import { en as words } from '#contract/words/en';

export const smoke = {
  step: words.smokeStep,
  outcome: words.smokeOutcome,
  because: words.smokeBecause,
  passed: (version: string) => `${version} works.`,
  failed: (version: string) =>
    `${version} does not work. To check its files: \`burrow verify ${version.replace(/^go/, '')}\``,
  /** `--repair` was also given. */
  alone: 'Give either --smoke, which tests a Go, or --repair, which restores its files.',
};
