/** What the doctor's own checks find. */
export const doctorCheckFailures = {};
