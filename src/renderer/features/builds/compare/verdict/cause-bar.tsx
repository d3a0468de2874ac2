import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cause } from '#contract/verdict';
import { causeKindWords } from '#contract/words/verdict';
import { cx } from '#ui/cx.ts';
import { ByteChange } from '#ui/numbers.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { type CauseGroup, causeGroups } from './cause-groups.ts';

/** From the largest of a colour to the smallest. */
const shades = ['opacity-100', 'opacity-65', 'opacity-45', 'opacity-30', 'opacity-20'];

function colourOf(group: CauseGroup, groups: readonly CauseGroup[]): string {
  if (isNobodys(group)) return 'bg-line-strong';
  const same = groups.filter((each) => !isNobodys(each) && Math.sign(each.bytes) === Math.sign(group.bytes));
  const shade = shades[Math.min(same.indexOf(group), shades.length - 1)];
  return cx(group.bytes > 0 ? 'bg-grow' : 'bg-shrink', shade);
}

function isNobodys({ kind }: CauseGroup): boolean {
  return kind === 'unowned' || kind === 'padding';
}

/** What made a program larger or smaller: a bar of all causes, and its legend with numbers; `aside` stands at its end. */
export function CauseBar({ causes, aside }: { causes: readonly Cause[]; aside: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const groups = causeGroups(causes);
  return (
    <>
      <div aria-hidden className="mt-3 flex h-2 gap-px overflow-hidden rounded-full bg-line-2">
        {groups.map((group) => (
          <span
            key={group.kind}
            className={cx('block h-full', colourOf(group, groups))}
            style={{ width: `${group.width}%` }}
          />
        ))}
      </div>
      <div className="mt-1.5 flex items-end justify-between gap-x-6 gap-y-1 max-[720px]:flex-wrap">
        <ul aria-label={t('comparison.causes')} className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
          {groups.map((group) => (
            <li key={group.kind} className="flex items-center gap-1.5">
              <span aria-hidden className={cx('size-2 shrink-0 rounded-[2px]', colourOf(group, groups))} />
              <GroupName group={group} />
              <ByteChange value={group.bytes} />
            </li>
          ))}
        </ul>
        {aside}
      </div>
    </>
  );
}

/** The largest modules are in the tooltip; all are in the list of modules. */
function GroupName({ group }: { group: CauseGroup }): ReactElement {
  const name = <span className="text-muted">{causeKindWords(group.kind, useLocale())}</span>;
  if (group.names.length === 0) return name;
  return (
    <Tooltip
      content={
        <ul>
          {group.names.slice(0, 8).map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
          {group.names.length > 8 ? <li>…</li> : null}
        </ul>
      }
    >
      {name}
    </Tooltip>
  );
}
