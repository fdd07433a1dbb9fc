import { quote, toText } from '../coerce';
import { charge } from '../evaluation-context';
import { defineFunctions, type FunctionParameter } from '../function-definition';
import { crc32 } from '../hashing/crc32';
import { charsets, encodeText } from '../hashing/encode-text';
import { md5 } from '../hashing/md5';
import { sha1 } from '../hashing/sha1';
import { sha256 } from '../hashing/sha256';
import { sha512 } from '../hashing/sha512';
import { fail } from '../value';

const params: readonly FunctionParameter[] = [
  { name: 'input', kind: 'string', description: 'The text to hash' },
  {
    name: 'charset',
    kind: 'string',
    description: 'UTF-8 (when left out), UTF-16, ISO-8859-1 or US-ASCII',
    optional: true,
  },
];

/** CRC-32 with its bytes in the order of Adobe's sample, least significant first. */
function crc32Hex(bytes: Uint8Array): string {
  const hex = crc32(bytes).toString(16).padStart(8, '0');
  return (hex.match(/../g) ?? []).reverse().join('');
}

function hash(name: string, description: string, result: string, digest: (bytes: Uint8Array) => string) {
  return {
    name,
    signature: `${name}(input, [charset])`,
    description,
    params,
    returns: 'string' as const,
    example: `${name}("my text", "UTF-8")`,
    result: JSON.stringify(result),
    evaluate: ([value, charsetName]: readonly unknown[], context: Parameters<typeof charge>[0]) => {
      const text = toText(value, name);
      if (text === null) return null;
      const wanted = toText(charsetName, name) ?? 'UTF-8';
      const charset = charsets.find((known) => known === wanted.toUpperCase());
      if (!charset) return fail(`${quote(wanted)} is no charset of ${name}`);
      charge(context, 20 + text.length * 2);
      return digest(encodeText(text, charset));
    },
  };
}

export const hashingFunctions = defineFunctions('Hashing', [
  hash('sha1', 'SHA-1 of a text in hexadecimal.', 'c3599c11e47719df18a2448690840c5dfcce3c80', sha1),
  hash(
    'sha256',
    'SHA-256 of a text in hexadecimal.',
    '7330d2b39ca35eaf4cb95fc846c21ee6a39af698154a83a586ee270a0d372104',
    sha256,
  ),
  hash(
    'sha512',
    'SHA-512 of a text in hexadecimal.',
    'a3d7e45a0d9be5fd4e4b9a3b8c9c2163c21ef708bf11b4232bb21d2a8704ada2cdcd7b367dd0788a89a5c908cfe377aceb1072a7b386b7d4fd2ff68a8fd24d16',
    sha512,
  ),
  hash('md5', 'MD5 of a text in hexadecimal.', 'd3b96ce8c9fb4e9bd0198d03ba6852c7', md5),
  hash('crc32', 'CRC-32 of a text in hexadecimal, lowest byte first.', '8df92e80', crc32Hex),
]);
