/** The line the article's program prints at its end, the same in every language: `Accuracy: 0.9796`. */
export const accuracyLine = (accuracy: number): string => `Accuracy: ${accuracy.toFixed(4)}`;
