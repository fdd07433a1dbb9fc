import { type Argument, type Expression, visitExpression } from './ast';

/** Calls `visit` for every node with the lambda parameters in reach there, outermost first. */
export function visitScoped(
  tree: Expression,
  visit: (node: Argument, parameters: readonly string[]) => void,
  parameters: readonly string[] = [],
): void {
  const scopes = new Map<Argument, readonly string[]>();
  visitExpression(tree, (node) => {
    if (node.kind !== 'lambda') return;
    const outer = scopes.get(node) ?? parameters;
    visitExpression(node.body, (inner) => scopes.set(inner, [...outer, node.parameter]));
  });
  visitExpression(tree, (node) => visit(node, scopes.get(node) ?? parameters));
}
