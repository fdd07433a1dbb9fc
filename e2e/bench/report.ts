/** One line of `npm run bench`; further keys say how the figure came about. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  /** What the same work costs the plain or the well-known way, in the same unit. */
  baseline?: number;
  ratio?: number;
  /** Largest (or, where more is better, smallest) value or ratio that is good enough. */
  budget?: number;
  within?: boolean;
  [detail: string]: unknown;
};

export type Report = (figure: Figure) => void;
