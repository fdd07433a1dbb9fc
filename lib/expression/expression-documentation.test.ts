import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from './evaluate';
import { expressionFunctions } from './functions';
import { parseExpression } from './parse';

const nowMs = Date.parse('2021-10-26T10:10:24Z');

const addresses = [
  { type: 'home', city: 'Oslo' },
  { type: 'work', city: 'Bergen' },
];

const record = {
  stateCode: 'ca',
  marketing_type: 'phyMail',
  total_consents: 5001,
  lastName: 'Doe',
  firstName: 'John',
  evars: { evar: { field1: null } },
  book_details: { author: 'George R. R. Martin', price: 17.99, ISBN: 'A' },
  book_details2: { author: 'N. Gaiman', price: 17.99, ISBN: 'B', publisher: 'P' },
  address: { city: 'Oslo', zip: '0150' },
  addresses,
  data: { effects: [{ effectType: 'addLoyaltyPoints', campaignId: 7 }] },
};

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 5_1_1 like Mac OS X) AppleWebKit/534.46 (KHTML, like Gecko) Version/5.1 Mobile/9B206 Safari/7534.48.3';
const twoProducts = ';Example product 1;1;3.50,Example category 2;Example product 2;1;5.99';
const shortProducts = ';Example product 1;1;3.50,Example category 2;Example product 2';
const eventProducts =
  ';Example product 1;1;4.20;event1=2.3|event2=5:1,;Example product 2;1;4.20;event1=3|event2=2:2';

/** Examples of Adobe's pages with the results printed there. */
const documented: readonly (readonly [expression: string, result: unknown])[] = [
  ['concat("Hi, ", "there", "!")', 'Hi, there!'],
  ['explode("Hi, there!", " ")', ['Hi,', 'there!']],
  ['instr("adobe.com", "com")', 6],
  ['replacestr("This is a string re test", "re", "replace")', 'This is a string replace test'],
  ['substr("This is a substring test", 7, 8)', ' a subst'],
  ['lower("HeLLo")', 'hello'],
  ['lcase("HeLLo")', 'hello'],
  ['upper("HeLLo")', 'HELLO'],
  ['ucase("HeLLo")', 'HELLO'],
  ['split("Hello world", " ")', ['Hello', 'world']],
  ['join(" ", to_array(true, "Hello", "world"))', 'Hello world'],
  ['lpad("bat", 8, "yz")', 'yzyzybat'],
  ['rpad("bat", 8, "yz")', 'batyzyzy'],
  ['left("abcde", 2)', 'ab'],
  ['right("abcde", 2)', 'de'],
  ['trim(" hello ")', 'hello'],
  ['"string1".equals("STRING1")', false],
  ['"string1".equalsIgnoreCase("STRING1")', true],
  ['extract_regex("E259,E259B_009,1_1", "([^,]+),[^,]*,([^,]+)")', ['E259,E259B_009,1_1', 'E259', '1_1']],
  ['matches_regex("E259,E259B_009,1_1", "([^,]+),[^,]*,([^,]+)")', true],
  ['sha1("my text", "UTF-8")', 'c3599c11e47719df18a2448690840c5dfcce3c80'],
  ['sha256("my text", "UTF-8")', '7330d2b39ca35eaf4cb95fc846c21ee6a39af698154a83a586ee270a0d372104'],
  [
    'sha512("my text", "UTF-8")',
    'a3d7e45a0d9be5fd4e4b9a3b8c9c2163c21ef708bf11b4232bb21d2a8704ada2cdcd7b367dd0788a89a5c908cfe377aceb1072a7b386b7d4fd2ff68a8fd24d16',
  ],
  ['md5("my text", "UTF-8")', 'd3b96ce8c9fb4e9bd0198d03ba6852c7'],
  ['crc32("my text", "UTF-8")', '8df92e80'],
  ['get_url_protocol("https://platform.adobe.com/home")', 'https'],
  ['get_url_host("https://platform.adobe.com/home")', 'platform.adobe.com'],
  ['get_url_port("sftp://example.com//home/joe/employee.csv")', 22],
  ['get_url_path("sftp://example.com//home/joe/employee.csv")', '//home/joe/employee.csv'],
  [
    'get_url_query_str("foo://example.com:8042/over/there?name=ferret#nose", "retain")',
    { name: 'ferret#nose' },
  ],
  ['get_url_query_str("foo://example.com:8042/over/there?name=ferret#nose", "remove")', { name: 'ferret' }],
  [
    'get_url_query_str("foo://example.com:8042/over/there?name=ferret#nose", "append")',
    { name: 'ferret', _anchor_: 'nose' },
  ],
  [
    'get_url_encoded("https://example.com/partneralliance_asia-pacific_2022")',
    'https%3A%2F%2Fexample.com%2Fpartneralliance_asia-pacific_2022',
  ],
  [
    'get_url_decoded("https%3A%2F%2Fexample.com%2Fpartneralliance_asia-pacific_2022")',
    'https://example.com/partneralliance_asia-pacific_2022',
  ],
  ['now()', '2021-10-26T10:10:24Z'],
  ['dformat(1571829875000, "yyyy-MM-dd\'T\'HH:mm:ss.SSSX")', '2019-10-23T11:24:35.000Z'],
  ['date("2019-10-23 11:24", "yyyy-MM-dd HH:mm", now())', '2019-10-23T11:24:00Z'],
  ['date("2019-10-23 11:24", "yyyy-MM-dd HH:mm")', '2019-10-23T11:24:00Z'],
  ['date("2019-10-23 11:24")', '2019-10-23T11:24:00Z'],
  ['date_part("MM", date("2019-10-17 11:55:12"))', 10],
  ['set_date_part("m", 4, date("2016-11-09T11:44:44.797"))', '2016-04-09T11:44:44Z'],
  ['zone_date_to_utc(2019-10-17T11:55:12 PST)', '2019-10-17T19:55:12Z'],
  ['is_empty([1, null, 2, 3])', false],
  [
    `arrays_to_objects('sku', explode("id1|id2", '\\\\|'), 'price', [22.5,14.35])`,
    [
      { sku: 'id1', price: 22.5 },
      { sku: 'id2', price: 14.35 },
    ],
  ],
  ['to_object("firstName", "John", "lastName", "Doe")', { firstName: 'John', lastName: 'Doe' }],
  [
    'str_to_object("firstName - John ; lastName - ; phone - 123 456 7890", "-", ";").get("firstName")',
    'John',
  ],
  ['contains_key("evars.evar.field1")', true],
  ['nullify()', null],
  ['get_keys({"book1": "Pride and Prejudice", "book2": "1984"})', ['book1', 'book2']],
  ['get_values("firstName - John , lastName - Cena , phone - 555 420 8692", "firstName", "-", ",")', 'John'],
  ['map_has_keys(book_details, "author")', true],
  [
    'add_to_map(book_details, book_details2)',
    { author: 'George R. R. Martin', price: 17.99, ISBN: 'A', publisher: 'P' },
  ],
  ['object_to_map("firstName", "John", "lastName", "Doe")', { firstName: 'John', lastName: 'Doe' }],
  ['object_to_map(address)', { city: 'Oslo', zip: '0150' }],
  ['object_to_map(addresses, type)', { home: addresses[0], work: addresses[1] }],
  ['array_to_map(addresses, "type")', { home: addresses[0], work: addresses[1] }],
  ['array_to_map(data.effects, "effectType").addLoyaltyPoints.campaignId', 7],
  ['to_map("firstName", "John", "lastName", "Doe")', { firstName: 'John', lastName: 'Doe' }],
  ['coalesce(null, null, null, "first", null, "second")', 'first'],
  ['first("1", "2", "3")', '1'],
  ['last("1", "2", "3")', '3'],
  ["add_to_array(['a', 'b'], 'c', 'd')", ['a', 'b', 'c', 'd']],
  ["join_arrays(['a', 'b'], ['c'], ['d', 'e'])", ['a', 'b', 'c', 'd', 'e']],
  ['to_array(false, 1, null, 2, 3)', [1, 2, 3]],
  ['size_of([1, 2, 3, 4])', 4],
  ['upsert_array_append([123, 456])', [123, 456]],
  ['upsert_array_replace([123, 456], 1)', [123, 456]],
  ['array_to_string(";", ["Hello", "world"])', 'Hello;world'],
  ['decode(stateCode, "ca", "California", "pa", "Pennsylvania", "N/A")', 'California'],
  ['decode("ny", "ca", "California", "pa", "Pennsylvania", "N/A")', 'N/A'],
  ['iif("s".equalsIgnoreCase("S"), "True", "False")', 'True'],
  ['iif(marketing_type.equals("phyMail"), nullify(), marketing_type)', null],
  [
    'iif(total_consents > 5000, iif(marketing_type.equals("phone"), nullify(), marketing_type), "insufficient-consents")',
    'phyMail',
  ],
  ['min(3, 1, 4)', 1],
  ['max(3, 1, 4)', 4],
  ['to_decimal("20.5")', 20.5],
  ['to_integer("12")', 12],
  [
    'json_to_object("{\\"info\\":{\\"firstName\\":\\"John\\",\\"lastName\\": \\"Doe\\"}}")',
    { info: { firstName: 'John', lastName: 'Doe' } },
  ],
  [`ua_os_name("${iPhone}")`, 'iOS'],
  [`ua_os_version_major("${iPhone}")`, 'iOS 5'],
  [`ua_os_version("${iPhone}")`, '5.1.1'],
  [`ua_os_name_version("${iPhone}")`, 'iOS 5.1.1'],
  [`ua_agent_version("${iPhone}")`, '5.1'],
  [`ua_agent_version_major("${iPhone}")`, 'Safari 5'],
  [`ua_agent_name("${iPhone}")`, 'Safari'],
  [`ua_device_class("${iPhone}")`, 'Phone'],
  ['aa_get_event_id("event101=5:123456,scOpen", "event101")', '123456'],
  ['aa_get_event_value("event101=5:123456,scOpen", "event101")', '5'],
  [`aa_get_product_categories("${twoProducts}")`, [null, 'Example category 2']],
  [`aa_get_product_names("${twoProducts}")`, ['Example product 1', 'Example product 2']],
  [`aa_get_product_quantities("${shortProducts}")`, ['1', null]],
  [`aa_get_product_prices("${shortProducts}")`, ['3.50', null]],
  [`aa_get_product_event_values("${eventProducts}", "event1")`, ['2.3', '3']],
  [
    'aa_get_product_evars(";Example product;1;6.69;;eVar1=Merchandising value", "eVar1")',
    ['Merchandising value'],
  ],
];

/** Examples whose printed result is wrong; `docs/expressions.md` has the same list with the reasons. */
const documentationBugs: readonly (readonly [
  expression: string,
  printed: unknown,
  ours: unknown,
  reason: string,
])[] = [
  [
    'format(2019-10-23T11:24:00+00:00, "yyyy-MM-dd HH:mm:ss")',
    '2019-10-23 11:24:35',
    '2019-10-23 11:24:00',
    'the input has no 35 seconds',
  ],
  [
    'make_date_time(2019, 10, 17, 11, 55, 12, 999, "America/Los_Angeles")',
    '2019-10-17T11:55:12Z',
    '2019-10-17T11:55:12-07:00',
    'the printed moment is seven hours off: the zone is ignored',
  ],
  [
    'zone_date_to_zone(now(), "Europe/Paris")',
    '2021-10-26T12:10:24Z',
    '2021-10-26T12:10:24+02:00',
    'the sample calls another function, and prints a local time as UTC',
  ],
  ['to_bigint("1000000.34")', 1000000.34, 1000000, 'a BigInteger has no decimals'],
  ['to_float("12.3456")', 12.34566, 12.3456, 'the nearest float prints as 12.3456'],
  [
    'map_get_values(book_details, "author")',
    { author: 'George R. R. Martin' },
    'George R. R. Martin',
    'the FAQ uses the result as the plain value: lower(map_get_values(…))',
  ],
];

const unpredictable = new Set(['uuid', 'guid', 'fpid_to_ecid']);

describe('the documented examples', () => {
  it.each(documented)('%s gives what the documentation prints', (expression, result) => {
    expect(evaluateExpression(expression, record, { nowMs })).toEqual({ ok: true, value: result });
  });

  it.each(documentationBugs)('%s does not give the misprint %j but %j: %s', (expression, printed, ours) => {
    const result = evaluateExpression(expression, record, { nowMs });
    expect(result).toEqual({ ok: true, value: ours });
    expect(result).not.toEqual({ ok: true, value: printed });
  });

  it('cover every function that gives the same result twice', () => {
    const shown = [...documented, ...documentationBugs].map(([expression]) => expression).join('\n');
    const missing = expressionFunctions
      .map((known) => known.name)
      .filter((name) => !unpredictable.has(name) && !new RegExp(`\\b${name}\\(`).test(shown));
    // Named in the documentation without an example of their own, or of the same meaning as another.
    expect(missing).toEqual([
      'ltrim',
      'rtrim',
      'timestamp',
      'make_timestamp',
      'arrays_to_object',
      'filterArray',
      'transformArray',
      'flattenArray',
    ]);
  });
});

describe('the examples of the function list', () => {
  const deterministic = expressionFunctions.filter((known) => !unpredictable.has(known.name));

  it.each(deterministic.map((known) => [known.example, known.result]))('%s gives %s', (example, result) => {
    expect(evaluateExpression(example, record, { nowMs })).toEqual({ ok: true, value: JSON.parse(result) });
  });

  it('says for every function that is not evaluated here why not', () => {
    const silent = expressionFunctions.filter((known) => !known.offline && !known.offlineReason);
    expect(silent).toEqual([]);
    expect(expressionFunctions.filter((known) => !known.offline).map((known) => known.name)).toEqual([
      'fpid_to_ecid',
    ]);
  });

  it('has every name once, for functions and for methods', () => {
    const names = expressionFunctions.map((known) => known.name);
    expect(names.length).toBe(new Set(names).size);
  });

  it('has only examples that parse', () => {
    const broken = expressionFunctions.filter((known) => !parseExpression(known.example).ok);
    expect(broken.map((known) => known.name)).toEqual([]);
  });

  it('makes a new version 4 id with every call of uuid', () => {
    const ids = ['uuid()', 'guid()', 'uuid()'].map((text) => evaluateExpression(text, {}));
    const values = ids.map((result) => (result.ok ? String(result.value) : ''));
    expect(new Set(values).size).toBe(3);
    for (const value of values) {
      expect(value).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});

describe('docs/expressions.md', () => {
  it('has a line for every function and says the same about where it is evaluated', () => {
    const lines = readFileSync(new URL('../../docs/expressions.md', import.meta.url), 'utf8').split('\n');
    const wrong = expressionFunctions.filter(({ signature, offline }) => {
      const line = lines.find((candidate) =>
        candidate.startsWith(`| \`${signature.replaceAll('|', '\\|')}\` |`),
      );
      return line === undefined || line.includes('| **no**') === offline;
    });
    expect(wrong.map((known) => known.name)).toEqual([]);
  });
});
