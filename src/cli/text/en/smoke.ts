import { en as words } from '#contract/words/en';

export const smoke = {
  step: words.smokeStep,
  outcome: words.smokeOutcome,
  because: words.smokeBecause,
  passed: (version: string) => `${version} does its work.`,
  failed: (version: string) =>
    `${version} does not do its work. Compare its files: \`burrow verify ${version.replace(/^go/, '')}\`.`,
  /** `--repair` was given, too. */
  alone: '--smoke tries a Go out, --repair puts its files right: give one of them.',
};
