/** Where the largest number is; the first such place if there are several. At least one number. */
export function indexOfLargest(numbers: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 1; i < numbers.length; i++) if (numbers[i] > numbers[largest]) largest = i;
  return largest;
}
