/** Probabilities that add up to one: exp(z) over its sum. Taking the greatest off first keeps exp finite and changes nothing. */
export function softmax(logits: Float64Array): Float64Array {
  const greatest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - greatest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** L = −log softmax(z)[label], in nats, from the logits: where a probability is too small for a number its logarithm is not. */
export function crossEntropy(logits: Float64Array, label: number): number {
  const greatest = Math.max(...logits);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - greatest), 0);
  return Math.log(sum) - (logits[label] - greatest);
}

/** ∂L/∂z = softmax(z) − one-hot(label): every digit is pushed down by the probability it was given, the right one up by 1. */
export function crossEntropySlope(logits: Float64Array, label: number): Float64Array {
  return softmax(logits).map((probability, digit) => probability - (digit === label ? 1 : 0));
}
