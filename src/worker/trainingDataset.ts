import type { Dataset } from '../data/dataset';
import { withDrawings } from '../data/drawings/withDrawings';
import { presets } from '../model/presets';
import type { TrainingConfig } from '../training/config';
import { trainedImages } from '../training/config';

/** The images as a run takes them: with drawings among them where its preset asks for that; those held out stay as they are. */
export function trainingDataset(config: TrainingConfig, dataset: Dataset): Dataset {
  const { drawingSpacing } = presets[config.preset];
  return drawingSpacing ? withDrawings(dataset, drawingSpacing, trainedImages(config)) : dataset;
}
