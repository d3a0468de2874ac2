import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, type ReactElement, useCallback, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '#ui/field.tsx';
import type { ProgramPart } from '#contract/report/program-tree';
import { directions, neighbour } from './neighbour.ts';
import { PartsTable } from './parts-table.tsx';
import { Readout } from './readout.tsx';
import { found, holds } from './search.ts';
import { type PartArea, TreeCanvas } from './tree-canvas.tsx';
import { Trail } from './trail.tsx';
import { TreeLegend } from './tree-legend.tsx';
import { usePartWords } from './use-part-words.ts';

/** In CSS pixels. */
const height = 420;

/**
 * The parts of a program as areas in proportion to their bytes, coloured by what changed. A click or Enter goes into a
 * module, Escape out; the arrow keys move, and what they are on is read out.
 */
export function Treemap({ parts, label }: { parts: readonly ProgramPart[]; label: string }): ReactElement {
  const { t } = useTranslation();
  const [zoomed, setZoomed] = useState<ProgramPart | null>(null);
  // Only the key: after the window was resized, the part is at another place.
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [pointed, setPointed] = useState<readonly PartArea[]>([]);
  const [hasFocus, setHasFocus] = useState(false);
  const [query, setQuery] = useState('');
  const [areas, setAreas] = useState<readonly PartArea[]>([]);
  const search = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const hint = useId();
  const shown = zoomed?.parts ?? parts;
  const words = usePartWords(zoomed);
  const matches = useMemo(() => found(parts, query), [parts, query]);
  const outer = useMemo(() => areas.filter(({ depth }) => depth === 0), [areas]);
  const active = hasFocus ? (outer.find(({ part }) => part.key === activeKey) ?? outer[0] ?? null) : null;
  const trail = pointed.length > 0 ? pointed.map(({ part }) => part) : active ? [active.part] : [];

  const goIn = useCallback((part: ProgramPart) => {
    if (part.parts.length === 0) return;
    setZoomed(part);
    setActiveKey(null);
    setPointed([]);
  }, []);
  const goOut = () => {
    setActiveKey(zoomed?.key ?? null);
    setZoomed(null);
    setPointed([]);
  };
  const focus = () => frame.current?.querySelector<HTMLElement>('[role=application]')?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const direction = directions[event.key as keyof typeof directions];
    if (direction && active) {
      setPointed([]);
      setActiveKey(neighbour(outer, active, direction)?.part.key ?? active.part.key);
    } else if (event.key === 'Home' || event.key === 'End') {
      setActiveKey(outer.at(event.key === 'Home' ? 0 : -1)?.part.key ?? null);
    } else if (event.key === 'Enter' && active) goIn(active.part);
    else if ((event.key === 'Escape' || event.key === 'Backspace') && zoomed) goOut();
    else if (event.key === '/') search.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && query !== '') {
      setQuery('');
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && matches) {
      const first = shown.find((part) => holds(part, matches));
      if (first) setActiveKey(first.key);
      focus();
    }
  };
  return (
    <div ref={frame}>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Trail zoomed={zoomed} onOut={goOut} />
        <TextInput
          ref={search}
          type="search"
          aria-label={t('comparison.treemap.search')}
          placeholder={t('comparison.treemap.search')}
          icon={<Search size={14} aria-hidden />}
          className="ml-auto w-56 max-[720px]:w-full"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onSearchKey}
        />
      </div>
      <TreeCanvas
        parts={shown}
        height={height}
        active={pointed[0] ?? active}
        matches={matches}
        words={words}
        onAreas={setAreas}
        onPoint={setPointed}
        onOpen={({ part }) => goIn(part)}
        aria-label={label}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
      />
      <Readout trail={trail} matches={matches} />
      <TreeLegend hintId={hint} />
      <PartsTable parts={shown} onOpen={goIn} />
    </div>
  );
}
