/** A unit, and how much one of it is of the unit that numbers are kept in. */
export interface Unit {
  readonly name: string;
  readonly size: number;
}
