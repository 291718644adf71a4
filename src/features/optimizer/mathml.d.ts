import type { AriaAttributes, Attributes, ReactNode } from 'react';

interface MathMLAttributes extends AriaAttributes, Attributes {
  children?: ReactNode;
  className?: string | undefined;
}

/** The elements of MathML Core that are used here. React renders them; its types do not list them yet. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      math: MathMLAttributes;
      mrow: MathMLAttributes;
      mi: MathMLAttributes;
      mn: MathMLAttributes;
      mo: MathMLAttributes & { form?: 'prefix' | 'infix' | 'postfix' };
      mtext: MathMLAttributes;
      mfrac: MathMLAttributes;
      msqrt: MathMLAttributes;
      msub: MathMLAttributes;
      msup: MathMLAttributes;
      munder: MathMLAttributes;
      munderover: MathMLAttributes;
      mtable: MathMLAttributes;
      mtr: MathMLAttributes;
      mtd: MathMLAttributes;
    }
  }
}
