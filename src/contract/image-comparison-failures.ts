import { addFailures } from './failure.ts';
import { imageComparisonFailures } from './failures/image-comparison.ts';

// Import this file before such a failure is described. It is apart because the first page of the app does without.
addFailures(imageComparisonFailures);
