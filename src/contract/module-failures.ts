import { addFailures } from './failure.ts';
import { moduleFailures } from './failures/modules.ts';

// Import this file before such a failure is described. It is apart because the first page of the app does without.
addFailures(moduleFailures);
