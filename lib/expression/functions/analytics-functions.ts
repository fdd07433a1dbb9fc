import { toText } from '../coerce';
import { charge, chargeList } from '../evaluation-context';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';

const eventsParam: FunctionParameter = {
  name: 'events',
  kind: 'string',
  description: 'An Analytics events text',
};
const eventParam: FunctionParameter = { name: 'event', kind: 'string', description: 'Name of an event' };
const productsParam: FunctionParameter = {
  name: 'products',
  kind: 'string',
  description: 'An Analytics products text',
};
const evarParam: FunctionParameter = {
  name: 'evar',
  kind: 'string',
  description: 'Name of a merchandising variable',
};

const sampleProducts = '";Example product 1;1;3.50,Example category 2;Example product 2"';

interface AnalyticsEvent {
  value: string | null;
  id: string | null;
}

/** Value and id of an event in `event1=5:123456`, or undefined when the event is not there. */
function findEvent(events: string, separator: string, name: string): AnalyticsEvent | undefined {
  for (const part of events.split(separator)) {
    const [, found = '', value = '', id = ''] = /^\s*([^=:]*)(?:=([^:]*))?(?::([\s\S]*))?$/.exec(part) ?? [];
    if (found.trim() === name) return { value: value.trim() || null, id: id.trim() || null };
  }
  return undefined;
}

function onEvent(name: string, read: (event: AnalyticsEvent) => string | null): FunctionBody {
  return ([eventsValue, eventValue], context) => {
    const events = toText(eventsValue, name);
    const wanted = toText(eventValue, name);
    if (events === null || wanted === null) return null;
    charge(context, events.length);
    const event = findEvent(events, ',', wanted);
    return event === undefined ? null : read(event);
  };
}

/** One value for each product of the text: `category;name;quantity;price;events;evars`. */
function onProducts(
  name: string,
  read: (parts: readonly string[], argument: string | null) => string | null,
): FunctionBody {
  return ([productsValue, argumentValue], context) => {
    const products = toText(productsValue, name);
    const argument = toText(argumentValue, name);
    if (products === null) return null;
    charge(context, products.length);
    const list = products.split(',');
    chargeList(context, list.length);
    return list.map((product) => read(product.split(';'), argument));
  };
}

function productColumn(name: string, column: number): FunctionBody {
  return onProducts(name, (parts) => parts[column]?.trim() || null);
}

function readEvar(parts: readonly string[], wanted: string | null): string | null {
  for (const pair of (parts[5] ?? '').split('|')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === wanted) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

const onlyFor = 'Analytics flows' as const;

export const analyticsFunctions = defineFunctions('Analytics', [
  {
    name: 'aa_get_event_id',
    signature: 'aa_get_event_id(events, event)',
    description: 'Serial id of an event.',
    params: [eventsParam, eventParam],
    returns: 'string',
    example: 'aa_get_event_id("event101=5:123456,scOpen", "event101")',
    result: '"123456"',
    onlyFor,
    evaluate: onEvent('aa_get_event_id', (event) => event.id),
  },
  {
    name: 'aa_get_event_value',
    signature: 'aa_get_event_value(events, event)',
    description: 'Value of an event; 1 when the event has none.',
    params: [eventsParam, eventParam],
    returns: 'string',
    example: 'aa_get_event_value("event101=5:123456,scOpen", "event101")',
    result: '"5"',
    onlyFor,
    evaluate: onEvent('aa_get_event_value', (event) => event.value ?? '1'),
  },
  {
    name: 'aa_get_product_categories',
    signature: 'aa_get_product_categories(products)',
    description: 'Category of each product.',
    params: [productsParam],
    returns: 'array',
    example:
      'aa_get_product_categories(";Example product 1;1;3.50,Example category 2;Example product 2;1;5.99")',
    result: '[null,"Example category 2"]',
    onlyFor,
    evaluate: productColumn('aa_get_product_categories', 0),
  },
  {
    name: 'aa_get_product_names',
    signature: 'aa_get_product_names(products)',
    description: 'Name of each product.',
    params: [productsParam],
    returns: 'array',
    example: 'aa_get_product_names(";Example product 1;1;3.50,Example category 2;Example product 2;1;5.99")',
    result: '["Example product 1","Example product 2"]',
    onlyFor,
    evaluate: productColumn('aa_get_product_names', 1),
  },
  {
    name: 'aa_get_product_quantities',
    signature: 'aa_get_product_quantities(products)',
    description: 'Quantity of each product.',
    params: [productsParam],
    returns: 'array',
    example: `aa_get_product_quantities(${sampleProducts})`,
    result: '["1",null]',
    onlyFor,
    evaluate: productColumn('aa_get_product_quantities', 2),
  },
  {
    name: 'aa_get_product_prices',
    signature: 'aa_get_product_prices(products)',
    description: 'Price of each product.',
    params: [productsParam],
    returns: 'array',
    example: `aa_get_product_prices(${sampleProducts})`,
    result: '["3.50",null]',
    onlyFor,
    evaluate: productColumn('aa_get_product_prices', 3),
  },
  {
    name: 'aa_get_product_event_values',
    signature: 'aa_get_product_event_values(products, event)',
    description: 'Value of an event for each product.',
    params: [productsParam, eventParam],
    returns: 'array',
    example:
      'aa_get_product_event_values(";Example product 1;1;4.20;event1=2.3|event2=5:1,;Example product 2;1;4.20;event1=3|event2=2:2", "event1")',
    result: '["2.3","3"]',
    onlyFor,
    evaluate: onProducts('aa_get_product_event_values', (parts, event) => {
      const found = event === null ? undefined : findEvent(parts[4] ?? '', '|', event);
      return found === undefined ? null : (found.value ?? '1');
    }),
  },
  {
    name: 'aa_get_product_evars',
    signature: 'aa_get_product_evars(products, evar)',
    description: 'Value of a merchandising variable for each product.',
    params: [productsParam, evarParam],
    returns: 'array',
    example: 'aa_get_product_evars(";Example product;1;6.69;;eVar1=Merchandising value", "eVar1")',
    result: '["Merchandising value"]',
    onlyFor,
    evaluate: onProducts('aa_get_product_evars', readEvar),
  },
]);
