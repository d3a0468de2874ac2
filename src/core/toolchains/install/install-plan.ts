import type { Failure } from '#contract/failure';
import type { ToolchainId } from '../versions/index.ts';
import type { Delivering, Order } from './sources/index.ts';

/** A source to get a toolchain from. */
export interface Step {
  /** Its name for messages, secrets masked. */
  name: string;
  deliver: (order: Order) => Delivering;
}

export interface InstallPlan {
  id: ToolchainId;
  /** Tried in order. */
  steps: Step[];
  /** The failure when no source has it: no such version, or none for this target. null: the index lists it. */
  absent: Failure | null;
  /** The index is current, so what it does not list does not exist. */
  certain: boolean;
  /**
   * Why it is not installed: it would be translated here, and the user did not ask for that processor. null: it may be.
   */
  unasked: Failure | null;
}
