import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/comparison';
import { verdictReasons } from '#contract/words/verdict';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { unbroken } from '#ui/unbroken.ts';
import { ChooseBuild } from '../choose-build.tsx';
import type { Pair } from '../pair.ts';
import { CauseBar } from './cause-bar.tsx';
import { Headline } from './headline.tsx';
import { Owned } from './owned.tsx';

const labels = {
  a: { build: 'builds.comparison.chooseA', image: 'images.comparison.chooseA' },
  b: { build: 'builds.comparison.chooseB', image: 'images.comparison.chooseB' },
} as const;

/** The answer: by how much the size changed and why, below the two builds to choose. */
export function VerdictCard({
  pair,
  comparison,
  error,
  onChoose,
}: {
  pair: Pair;
  /** undefined if it failed or is loading. */
  comparison: Comparison | undefined;
  /** Why the comparison failed; null if it did not. */
  error: unknown;
  onChoose: (next: Partial<Pair>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const known = (name: 'a' | 'b') => (comparison?.[name].id === pair[name] ? comparison[name] : undefined);
  const isImages = Boolean(comparison?.images);
  const side = (name: 'a' | 'b') => (
    <div className="flex min-w-0 items-center gap-2">
      <b aria-hidden className="font-semibold text-muted">
        {name.toUpperCase()}
      </b>
      <ChooseBuild
        id={pair[name]}
        build={known(name)}
        kind={known(name === 'a' ? 'b' : 'a')?.kind}
        label={t(labels[name][isImages ? 'image' : 'build'])}
        onChoose={(id) => onChoose({ [name]: id })}
      />
    </div>
  );
  return (
    <Card>
      <div className="mb-3 grid grid-cols-2 gap-x-6 gap-y-2 max-[720px]:grid-cols-1">
        {side('a')}
        {side('b')}
      </div>
      {comparison ? (
        <Answer comparison={comparison} />
      ) : error ? (
        <FailureNote error={error} />
      ) : (
        <Skeleton className="h-24 w-full" />
      )}
    </Card>
  );
}

function Answer({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { a, b, verdict, owned } = comparison;
  if (a.id === b.id) {
    const same = a.kind === 'image' ? 'images.comparison.sameImage' : 'builds.comparison.sameBuild';
    return <p className="text-muted">{t(same)}</p>;
  }
  return (
    <>
      <Headline comparison={comparison} />
      {verdict ? <Reasons reasons={verdictReasons(verdict, locale).map(unbroken)} /> : null}
      {verdict && verdict.causes.length > 0 ? (
        <CauseBar causes={verdict.causes} aside={owned ? <Owned owned={owned} /> : null} />
      ) : null}
    </>
  );
}

/** Why, the main reason first. */
function Reasons({ reasons }: { reasons: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const [main, ...others] = reasons;
  return (
    <p className="mt-1.5 text-lg tracking-[-0.005em] wrap-anywhere">
      <b className="font-semibold">
        <InlineText text={main ?? ''} />
      </b>
      {others.map((each) => (
        <span key={each}>
          {t('comparison.and')}
          <InlineText text={each} />
        </span>
      ))}
    </p>
  );
}
