import type { DamagedWhy } from '#contract/failures/image-contents';

/** What is read is not what its format demands. `Reading.failure` turns it into a failure that says where. */
export class Damaged extends Error {
  readonly why: DamagedWhy;

  constructor(why: DamagedWhy) {
    super(why);
    this.why = why;
  }
}
