import type { ReactNode } from 'react';

/** The letters of the formulas, by what they stand for. */
export const symbols = {
  weight: <mi>w</mi>,
  gradient: <mi>g</mi>,
  rate: <mi>η</mi>,
  /** The learning rate with Adam's corrections in it. */
  correctedRate: (
    <msub>
      <mi>η</mi>
      <mi>t</mi>
    </msub>
  ),
  velocity: <mi>v</mi>,
  momentum: <mi>μ</mi>,
  mean: <mi>m</mi>,
  meanSquare: <mi>v</mi>,
  rho: <mi>ρ</mi>,
  beta1: beta(1),
  beta2: beta(2),
  epsilon: <mi>ε</mi>,
  update: <mi>t</mi>,
} as const;

function beta(index: number) {
  return (
    <msub>
      <mi>β</mi>
      <mn>{index}</mn>
    </msub>
  );
}

const power = (base: ReactNode, exponent: ReactNode) => (
  <msup>
    <mrow>{base}</mrow>
    {exponent}
  </msup>
);

export const squared = (base: ReactNode) => power(base, <mn>2</mn>);

export const parenthesized = (inner: ReactNode) => (
  <mrow>
    <mo form="prefix">(</mo>
    {inner}
    <mo form="postfix">)</mo>
  </mrow>
);

export const oneMinus = (part: ReactNode) => (
  <mrow>
    <mn>1</mn>
    <mo>−</mo>
    {part}
  </mrow>
);

/** g / √(v + ε), of symbols or of numbers. */
export const rmspropStep = (gradient: ReactNode, meanSquare: ReactNode, epsilon: ReactNode) => (
  <mfrac>
    {gradient}
    <msqrt>
      {meanSquare}
      <mo>+</mo>
      {epsilon}
    </msqrt>
  </mfrac>
);

/** m / (√v + ε) */
export const adamStep = (mean: ReactNode, meanSquare: ReactNode, epsilon: ReactNode) => (
  <mfrac>
    {mean}
    <mrow>
      <msqrt>{meanSquare}</msqrt>
      <mo>+</mo>
      {epsilon}
    </mrow>
  </mfrac>
);

/** √(1 − β₂ᵗ) / (1 − β₁ᵗ): both means begin at 0, and this makes up for it. */
export const adamCorrections = (beta1: ReactNode, beta2: ReactNode, update: ReactNode) => (
  <mfrac>
    <msqrt>{oneMinus(power(beta2, update))}</msqrt>
    {oneMinus(power(beta1, update))}
  </mfrac>
);

/** 1/N Σ ∂ℓᵢ/∂w over all N images. */
export const meanSlopeOfAll = meanSlope(
  <mi>N</mi>,
  <munderover>
    <mo>∑</mo>
    <mrow>
      <mi>i</mi>
      <mo>=</mo>
      <mn>1</mn>
    </mrow>
    <mi>N</mi>
  </munderover>,
);

/** 1/|B| Σ ∂ℓᵢ/∂w over the images of one batch B. */
export const meanSlopeOfBatch = meanSlope(
  <mrow>
    <mo form="prefix">|</mo>
    <mi>B</mi>
    <mo form="postfix">|</mo>
  </mrow>,
  <munder>
    <mo>∑</mo>
    <mrow>
      <mi>i</mi>
      <mo>∈</mo>
      <mi>B</mi>
    </mrow>
  </munder>,
);

function meanSlope(count: ReactNode, sum: ReactNode) {
  return (
    <mrow>
      <mfrac>
        <mn>1</mn>
        {count}
      </mfrac>
      {sum}
      <mfrac>
        <mrow>
          <mo form="prefix">∂</mo>
          <msub>
            <mi>ℓ</mi>
            <mi>i</mi>
          </msub>
        </mrow>
        <mrow>
          <mo form="prefix">∂</mo>
          <mi>w</mi>
        </mrow>
      </mfrac>
    </mrow>
  );
}
