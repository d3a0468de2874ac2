/**
 * How long things may take before they count as hung, in ms. The limits only end what would never end: with 25 busy
 * processes on two processors everything takes about ten times as long, and still none of them is reached.
 */

/** Something that takes a second or two on a quiet machine: a click, a file that appears. */
export const waitTimeoutMs = 2 * 60_000;

/** One command, or the start of an engine or an app. */
export const commandTimeoutMs = 10 * 60_000;

/** A whole test, or one of its hooks. */
export const testTimeoutMs = 30 * 60_000;
