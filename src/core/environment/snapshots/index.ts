import type * as own from './snapshots.ts';

// Their schemas take about 30 ms to create, which `burrow env list` does not need: the first call loads the functions.
const load = () => import('./snapshots.ts');

export const checkBaseline: typeof own.checkBaseline = async (...given) =>
  (await load()).checkBaseline(...given);
export const compareSnapshots: typeof own.compareSnapshots = async (...given) =>
  (await load()).compareSnapshots(...given);
export const keepSnapshot: typeof own.keepSnapshot = async (...given) =>
  (await load()).keepSnapshot(...given);
export const listKept: typeof own.listKept = async (...given) => (await load()).listKept(...given);
export const readKept: typeof own.readKept = async (...given) => (await load()).readKept(...given);
export const saveSnapshot: typeof own.saveSnapshot = async (...given) =>
  (await load()).saveSnapshot(...given);
export const takeSnapshot: typeof own.takeSnapshot = async (...given) =>
  (await load()).takeSnapshot(...given);
