import type { TreeRow } from './tree-rows.ts';

/** What a key does in a tree: moves to a row, and opens or closes folders. */
export interface KeyAction {
  /** The index of the row that becomes active. */
  to?: number;
  /** The paths to open or close. */
  open?: readonly string[];
  close?: readonly string[];
}

/** How far PageUp and PageDown go. */
const pageRows = 12;

/**
 * What a key does at the row `active`, as the tree pattern asks for (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/);
 * null: nothing. `typed`: the letters that were typed shortly before, this one included. Pure.
 */
export function keyAction(
  rows: readonly TreeRow[],
  active: number,
  key: string,
  typed: string,
): KeyAction | null {
  const row = rows[active];
  if (!row) return null;
  const to = (index: number) => ({ to: Math.max(0, Math.min(rows.length - 1, index)) });
  switch (key) {
    case 'ArrowDown':
      return to(active + 1);
    case 'ArrowUp':
      return to(active - 1);
    case 'PageDown':
      return to(active + pageRows);
    case 'PageUp':
      return to(active - pageRows);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.isOpen === false) return { open: [row.node.path] };
      return row.isOpen && (rows[active + 1]?.level ?? 0) > row.level ? to(active + 1) : {};
    case 'ArrowLeft':
      return row.isOpen ? { close: [row.node.path] } : parentOf(rows, active, row.level);
    case 'Enter':
    case ' ':
      if (row.isOpen === null) return {};
      return row.isOpen ? { close: [row.node.path] } : { open: [row.node.path] };
    case '*':
      return { open: siblingFolders(rows, row) };
    default:
      return typed === '' ? null : found(rows, active, typed);
  }
}

function parentOf(rows: readonly TreeRow[], active: number, level: number): KeyAction {
  const index = rows.findLastIndex((each, at) => at < active && each.level < level);
  return index < 0 ? {} : { to: index };
}

function siblingFolders(rows: readonly TreeRow[], { node: { parent } }: TreeRow): string[] {
  return rows
    .filter(({ node, isOpen }) => node.parent === parent && isOpen === false)
    .map(({ node }) => node.path);
}

/** The next row whose name begins with what was typed; one letter alone also leaves a row that it matches. */
function found(rows: readonly TreeRow[], active: number, typed: string): KeyAction {
  const wanted = typed.toLowerCase();
  const first = wanted.length === 1 ? active + 1 : active;
  for (let step = 0; step < rows.length; step++) {
    const index = (first + step) % rows.length;
    if (rows[index]?.node.name.toLowerCase().startsWith(wanted)) return { to: index };
  }
  return {};
}
