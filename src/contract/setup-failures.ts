import { addFailures } from './failure.ts';
import { setupFailures } from './failures/setup.ts';
import { setupStepFailures } from './failures/setup-steps.ts';

// Import this file before such a failure is described. It is apart because the first page of the app does without.
addFailures({ ...setupFailures, ...setupStepFailures });
