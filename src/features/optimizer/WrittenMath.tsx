import type { WrittenNumber } from './writtenNumber';

interface WrittenMathProps {
  number: WrittenNumber;
  /** Whether a negative number needs parentheses, because something stands before or behind it. */
  inside?: boolean;
}

/** A number as MathML. */
export function WrittenMath({ number, inside = false }: WrittenMathProps) {
  const { isNegative, digits, exponent } = number;
  const isWrapped = inside && isNegative;
  return (
    <mrow>
      {isWrapped && <mo form="prefix">(</mo>}
      {isNegative && <mo form="prefix">−</mo>}
      {(exponent === null || digits !== '1') && <mn>{digits}</mn>}
      {exponent !== null && digits !== '1' && <mo>×</mo>}
      {exponent !== null && (
        <msup>
          <mn>10</mn>
          <mrow>
            {exponent < 0 && <mo form="prefix">−</mo>}
            <mn>{Math.abs(exponent)}</mn>
          </mrow>
        </msup>
      )}
      {isWrapped && <mo form="postfix">)</mo>}
    </mrow>
  );
}
