import { compareValues } from '../compare-values';
import { chargeList } from '../evaluation-context';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';
import { elementsOf } from './array-functions';

const values: FunctionParameter = {
  name: 'value',
  kind: 'any',
  description: 'Values of one kind, or a single list of them; nulls do not count',
  repeats: true,
};

/** The extreme of the values; null when all are null. */
function extreme(sign: 1 | -1): FunctionBody {
  return (args, context) => {
    const found = elementsOf(args).filter((value) => value !== null && value !== undefined);
    chargeList(context, found.length);
    if (found.length === 0) return null;
    return found.reduce((best, value) => (compareValues(value, best, context) * sign > 0 ? value : best));
  };
}

export const aggregationFunctions = defineFunctions('Aggregation', [
  {
    name: 'min',
    signature: 'min(value, …)',
    description: 'The smallest of the values of one record.',
    params: [values],
    returns: 'any',
    example: 'min(3, 1, 4)',
    result: '1',
    evaluate: extreme(-1),
  },
  {
    name: 'max',
    signature: 'max(value, …)',
    description: 'The largest of the values of one record.',
    params: [values],
    returns: 'any',
    example: 'max(3, 1, 4)',
    result: '4',
    evaluate: extreme(1),
  },
]);
