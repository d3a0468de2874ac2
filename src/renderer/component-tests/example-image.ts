import { layersText } from '#contract/layer-entries';
import { exampleImageDetail, exampleLayers } from './example-contents.ts';
import { answer } from './host.ts';

/** Lets the host answer with one recorded image, and the entries of its layers. */
export function answerImage(): void {
  answer('builds.show', () => ({ build: exampleImageDetail() }));
  answer('builds.page', () => ({
    rows: [{ build: exampleImageDetail(), before: null, series: 1, unusualFlags: [] }],
    next: null,
    damaged: [],
    damagedProjects: 0,
    notices: [],
  }));
  answer('images.entries', () => ({ layersJson: layersText(exampleLayers) }));
}
