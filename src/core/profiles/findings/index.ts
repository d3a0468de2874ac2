export { listFindings, previewTurnOff, turnOff } from './turn-off.ts';
