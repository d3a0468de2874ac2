export { doctorKey, stopExamining, useArrived, useDoctor } from './use-doctor.ts';
