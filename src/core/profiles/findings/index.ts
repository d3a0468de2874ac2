export type { ManagerMark } from './found-line.ts';
export { listFindings, previewTurnOff, turnOff } from './turn-off.ts';
