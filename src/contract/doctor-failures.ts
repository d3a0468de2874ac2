import { addFailures } from './failure.ts';
import { doctorFailures } from './failures/doctor.ts';
import { doctorBridgeFailures } from './failures/doctor-bridges.ts';
import { doctorCheckFailures } from './failures/doctor-checks.ts';

// Import this file before such a failure is described. It is apart because the first page of the app does without.
addFailures({ ...doctorFailures, ...doctorBridgeFailures, ...doctorCheckFailures });
