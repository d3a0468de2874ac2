import type { DoctorSeverity } from '#contract/doctor';
import type { Tone } from '#ui/tag.tsx';

/** The worst first. */
export const severities: readonly DoctorSeverity[] = ['error', 'warning', 'info'];

export const tones: Record<DoctorSeverity, Tone> = { error: 'bad', warning: 'warn', info: 'neutral' };
