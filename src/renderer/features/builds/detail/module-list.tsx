import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/build';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Bytes } from '#ui/numbers.tsx';
import { PartName } from '../part-name.tsx';
import { type ProgramPart, programTree } from '#contract/report/program-tree';
import { useFirstRows } from '../use-first-rows.ts';
import { PackageList } from './package-list.tsx';
import { ShareList } from './share-list.tsx';

/** The number of rows before the "more" button. */
const maxRows = 12;

/**
 * The modules of a program with versions and sizes, and what belongs to none, largest first: together all bytes of the
 * file. Each unfolds to its packages, bytes without an owner to kinds of content.
 */
export function ModuleList({ build }: { build: BuildDetail }): ReactElement {
  const { t } = useTranslation();
  const tree = programTree(build);
  const inProgram = new Set(tree.map(({ name }) => name));
  const without = build.modules.filter(({ path }) => !inProgram.has(path));
  const { shown, rest, showMore } = useFirstRows(tree, maxRows);
  return (
    <>
      <ul className="grid gap-y-1.5">
        {shown.map((module) => (
          <Module key={module.key} module={module} build={build} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button variant="quiet" className="mt-1 -ml-[11px]" onClick={showMore}>
          {t('builds.detail.more', { count: rest })}
        </Button>
      ) : null}
      {without.length > 0 && rest === 0 ? (
        <p className="mt-1.5 text-sm wrap-anywhere text-faint">
          {t('program.without', {
            count: without.length,
            names: without.map(({ path, version }) => `${path} ${version}`.trim()).join(', '),
          })}
        </p>
      ) : null}
    </>
  );
}

function Module({ module, build }: { module: ProgramPart; build: BuildDetail }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const isOwned = module.kind === 'modules';
  const paths = new Set(module.parts.map(({ name }) => name));
  return (
    <li>
      <div className="flex items-baseline gap-x-3">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 items-baseline gap-1.5 rounded-[4px] text-left hover:text-accent"
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={cx('shrink-0 self-center text-faint', open && 'rotate-90')}
          />
          <PartName kind={module.kind} name={module.name} />
        </button>
        <code className="truncate text-sm text-faint">{versionOf(module.name, build)}</code>
        <span className="ml-auto shrink-0 text-sm text-faint">
          {isOwned ? t('comparison.packages', { count: module.parts.length }) : null}
        </span>
        <Bytes value={module.bytes} className="min-w-[76px] text-right" />
      </div>
      {open ? (
        <div className="my-1.5 pl-5">
          {isOwned ? (
            <PackageList packages={build.packages.filter(({ path }) => paths.has(path))} />
          ) : (
            <ShareList kind="buckets" rows={module.parts} />
          )}
        </div>
      ) : null}
    </li>
  );
}

/** As in go.mod, with the replacement after it. */
function versionOf(name: string, { goVersion, modules }: BuildDetail): string {
  if (name === '(standard-library)') return goVersion ?? '';
  const module = modules.find(({ path }) => path === name);
  if (!module) return '';
  const { version, replacedBy } = module;
  return replacedBy ? `${version} => ${replacedBy.path} ${replacedBy.version}`.trim() : version;
}
