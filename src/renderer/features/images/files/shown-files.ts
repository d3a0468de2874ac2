import { type FileFilter, fileFilters } from './matches.ts';
import { type FileOrder, fileOrders } from './tree-rows.ts';

/** What is shown of the files of an image. */
export interface ShownFiles {
  filter: FileFilter;
  /** As of which layer, from 0; null: all. */
  layer: number | null;
  /** Occurs in the paths; empty: all. */
  search: string;
  order: FileOrder;
  /** The path of the active row, relative to the root; null: the first one is. */
  active: string | null;
}

/** What of it stands in the address. */
export interface FileSearch {
  show?: string | undefined;
  /** Of the layer, from 1. */
  step?: number | undefined;
  q?: string | undefined;
  sort?: string | undefined;
  at?: string | undefined;
}

/** The names are not `undefined` where something is written. */
type Written = { [name in keyof FileSearch]: Exclude<FileSearch[name], undefined> };

/** The longest path that is looked for. */
const maxPath = 4096;
const maxText = 300;

/** What an address that anybody may have written shows of an image with `count` layers. Pure. */
export function readShown(search: FileSearch, count: number): ShownFiles {
  const { step = 0 } = search;
  const layer = Number.isInteger(step) && step > 0 && step <= count ? step - 1 : null;
  const filter = fileFilters.find((each) => each === search.show) ?? 'all';
  const active = search.at?.replace(/^\/+/, '').slice(0, maxPath);
  return {
    // Without a layer there is nothing that it changed.
    filter: filter === 'here' && layer === null ? 'all' : filter,
    layer,
    search: search.q?.trim().slice(0, maxText) ?? '',
    order: fileOrders.find((each) => each === search.sort) ?? 'size',
    active: active || null,
  };
}

/** The address of what is shown. Pure. */
export function writeShown({ filter, layer, search, order, active }: ShownFiles): Written {
  return {
    ...(filter === 'all' ? {} : { show: filter }),
    ...(layer === null ? {} : { step: layer + 1 }),
    ...(search === '' ? {} : { q: search }),
    ...(order === 'size' ? {} : { sort: order }),
    ...(active === null ? {} : { at: active }),
  };
}
