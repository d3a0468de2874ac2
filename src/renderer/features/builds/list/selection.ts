import { useSyncExternalStore } from 'react';
import type { BuildFilter, BuildRow } from '#contract/build-list';
import { recordedBytes } from '#contract/series';

/** What must be known of a selected build after it has left the screen. */
export interface Selected {
  id: string;
  kind: 'program' | 'image';
  /** It has a size, so it can be compared. */
  sized: boolean;
}

/** Every build that matches a filter, also those that were never loaded. */
export interface Matching {
  filter: BuildFilter;
  total: number;
}

/** A larger selection is not kept across reloads. */
const maxStored = 2000;

/**
 * The selected builds of a list. It lives outside React, so that a tick renders one row and not the list. The builds
 * stay selected while the filter changes, and across reloads of the window.
 */
export class Selection {
  private readonly chosen = new Map<string, Selected>();
  private matching: Matching | null = null;
  /** Where a range begins: the last build that was selected alone. */
  private anchor: string | null = null;
  private readonly listeners = new Set<() => void>();
  private version = 0;

  private readonly storageKey: string | null;

  /** `storageKey`: where it is kept in this window's session; null: nowhere. */
  constructor(storageKey: string | null = null) {
    this.storageKey = storageKey;
    for (const each of storageKey === null ? [] : readStored(storageKey)) this.chosen.set(each.id, each);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes with every change of the selection. */
  readonly getVersion = (): number => this.version;

  has(id: string): boolean {
    return this.matching !== null || this.chosen.has(id);
  }

  /** Those that were selected one by one or as a range, in the order of their selection. */
  get all(): Selected[] {
    return [...this.chosen.values()];
  }

  get everyMatching(): Matching | null {
    return this.matching;
  }

  get count(): number {
    return this.matching?.total ?? this.chosen.size;
  }

  toggle(row: BuildRow): void {
    const { id } = row.build;
    const isOn = this.has(id);
    this.matching = null;
    if (isOn) this.chosen.delete(id);
    else this.chosen.set(id, selected(row));
    this.anchor = id;
    this.changed();
  }

  /** Selects or deselects all from the last build that was toggled to this one, to what that one is. */
  extend(rows: readonly BuildRow[], to: number): void {
    const from = rows.findIndex(({ build }) => build.id === this.anchor);
    const row = rows[to];
    if (row === undefined) return;
    if (from === -1) {
      this.toggle(row);
      return;
    }
    const on = this.chosen.has(this.anchor ?? '');
    this.matching = null;
    for (const each of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (on) this.chosen.set(each.build.id, selected(each));
      else this.chosen.delete(each.build.id);
    }
    this.changed();
  }

  add(rows: readonly BuildRow[]): void {
    for (const row of rows) this.chosen.set(row.build.id, selected(row));
    this.changed();
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) this.chosen.delete(id);
    this.matching = null;
    this.changed();
  }

  selectMatching(matching: Matching): void {
    this.matching = matching;
    this.changed();
  }

  /** Ends the selection of all that match another filter than this one. */
  leaveMatching(filter: BuildFilter): void {
    if (this.matching === null || this.matching.filter === filter) return;
    this.matching = null;
    this.changed();
  }

  clear(): void {
    this.chosen.clear();
    this.matching = null;
    this.anchor = null;
    this.changed();
  }

  private changed(): void {
    this.version += 1;
    if (this.storageKey !== null) {
      const text = this.chosen.size > maxStored ? '[]' : JSON.stringify(this.all);
      sessionStorage.setItem(this.storageKey, text);
    }
    for (const listener of this.listeners) listener();
  }
}

function selected({ build }: BuildRow): Selected {
  return { id: build.id, kind: build.kind, sized: recordedBytes(build) !== null };
}

function readStored(key: string): Selected[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

const selections = new Map<string | null, Selection>();

/** The selection in the list of a project, or of all; it lasts as long as the window. */
export function selectionOf(project: string | null): Selection {
  const known = selections.get(project);
  if (known) return known;
  const made = new Selection(`burrow.builds.selection ${project ?? ''}`);
  selections.set(project, made);
  return made;
}

/** Hook: renders again when the selection changes. */
export function useSelection(selection: Selection): void {
  useSyncExternalStore(selection.subscribe, selection.getVersion);
}

/** Hook: whether a build is selected; renders again only when that changes. */
export function useIsSelected(selection: Selection, id: string): boolean {
  return useSyncExternalStore(selection.subscribe, () => selection.has(id));
}

/** Why the selected builds cannot be compared; null: they can. Pure. */
export function whyNotComparable(
  chosen: readonly Selected[],
  max: number,
): 'one' | 'many' | 'size' | 'kinds' | null {
  if (chosen.length < 2) return 'one';
  if (chosen.some(({ sized }) => !sized)) return 'size';
  if (new Set(chosen.map(({ kind }) => kind)).size > 1) return 'kinds';
  return chosen.length > max ? 'many' : null;
}
