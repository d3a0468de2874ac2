import { addFailures } from './failure.ts';
import { imageContentsFailures } from './failures/image-contents.ts';
import { imageRecordFailures } from './failures/image-records.ts';

// Import this file before such a failure is described. It is apart because the first page of the app does without.
addFailures(imageContentsFailures);
addFailures(imageRecordFailures);
