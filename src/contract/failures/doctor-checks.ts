import { doctorDiskFailures } from './doctor-disks.ts';
import { doctorGoFailures } from './doctor-go.ts';
import { doctorProgramFailures } from './doctor-programs.ts';

/** What the doctor's own checks find. */
export const doctorCheckFailures = { ...doctorDiskFailures, ...doctorGoFailures, ...doctorProgramFailures };
