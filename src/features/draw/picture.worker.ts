import { pictureFromPhoto } from '../../data/photo/pictureFromPhoto';
import type { PictureSize } from './decodePicture';
import { decodePicture } from './decodePicture';
import type { PictureAnswer } from './readPicture';

self.onmessage = async ({ data }: MessageEvent<{ file: Blob; size: PictureSize }>) => {
  const decoded = await decodePicture(data.file, data.size);
  const answer: PictureAnswer =
    typeof decoded === 'string' ? decoded : (pictureFromPhoto(decoded) ?? 'empty');
  self.postMessage(answer);
};
// A forgotten rejection must reach the page, like any other error here.
self.onunhandledrejection = ({ reason }) => {
  throw reason;
};
