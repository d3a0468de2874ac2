let aheadMs = 0;
const RealDate = Date;

/** Lets time pass: from now on the clock is ahead by so many ms more. */
export function passTime(ms: number): void {
  aheadMs += ms;
}

/** Makes the clock one that a test can put forward. */
export function useClock(): void {
  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [RealDate.now() + aheadMs] : given) as [number]));
    }
    static override now(): number {
      return RealDate.now() + aheadMs;
    }
  } as DateConstructor;
}
