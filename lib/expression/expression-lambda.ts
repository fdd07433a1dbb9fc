/** A lambda as the value a function receives. */
export class ExpressionLambda {
  constructor(readonly call: (value: unknown) => unknown) {}
}
