import type { Failure } from '#contract/failure';
import type { ToolchainId } from '../versions/index.ts';
import type { Delivering, Order } from './sources/index.ts';

/** A place to get a toolchain from. */
export interface Step {
  /** As people call it, secrets masked. */
  name: string;
  deliver: (order: Order) => Delivering;
}

export interface InstallPlan {
  id: ToolchainId;
  /** Tried one after the other. */
  steps: Step[];
  /** What to say when no place has it: no such version, or none for this target. null: the index lists it. */
  absent: Failure | null;
  /** The index was asked just now, so what it does not list does not exist. */
  certain: boolean;
  /** What to say instead of installing it: it would be translated here, and nobody asked for that. */
  unasked: Failure | null;
}
