import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

/**
 * Hook: keyboard control of a list from a text field, which keeps the focus (the combobox pattern,
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The item at index `first` is active at the beginning and whenever
 * `resetOn` changes; -1: none is, until an arrow key chooses one.
 */
export function useListKeys(length: number, resetOn: unknown, first = 0) {
  const listId = useId();
  const [chosen, setChosen] = useState<{ item: number; of: unknown } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const index = Math.min(
    chosen !== null && chosen.of === resetOn ? chosen.item : first,
    Math.max(0, length - 1),
  );
  const setActive = (item: number) => setChosen({ item, of: resetOn });
  const optionId = (item: number) => `${listId}-${item}`;

  useEffect(() => {
    list.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  /** Handles the arrow and page keys; returns whether it handled the event. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.metaKey || event.ctrlKey) return false;
    event.preventDefault();
    setActive(Math.max(Math.min(first, 0), Math.min(length - 1, index + step)));
    return true;
  };

  return {
    active: index,
    setActive,
    onKeyDown,
    /** For the text field. */
    inputProps: {
      role: 'combobox' as const,
      'aria-expanded': true,
      'aria-controls': listId,
      'aria-autocomplete': 'list' as const,
      ...(length > 0 && index >= 0 ? { 'aria-activedescendant': optionId(index) } : {}),
    },
    /** For the list. */
    listProps: { id: listId, role: 'listbox' as const, ref: list },
    /** For each item of the list. */
    optionProps: (item: number) => ({
      id: optionId(item),
      role: 'option' as const,
      'aria-selected': item === index,
      'data-index': item,
    }),
  };
}
