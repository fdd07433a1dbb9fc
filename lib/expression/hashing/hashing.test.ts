import { createHash } from 'node:crypto';
import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';
import { encodeText } from './encode-text';
import { md5 } from './md5';
import { sha1 } from './sha1';
import { sha256 } from './sha256';
import { sha512 } from './sha512';

const digests = { md5, sha1, sha256, sha512 };
const bytesOf = (text: string) => encodeText(text, 'UTF-8');

describe('the hash functions', () => {
  it.each(Object.entries(digests))(
    '%s agrees with another implementation at every length around a block',
    (name, digest) => {
      for (let length = 0; length <= 300; length += 1) {
        const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 0xff);
        expect(digest(bytes)).toBe(createHash(name).update(bytes).digest('hex'));
      }
    },
  );

  it.each(Object.entries(digests))('%s agrees with another implementation on any bytes', (name, digest) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => {
        expect(digest(bytes)).toBe(createHash(name).update(bytes).digest('hex'));
      }),
      { numRuns: 100 },
    );
  });

  it('crc32 agrees with another implementation on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => {
        expect(crc32(bytes)).toBe(nodeCrc32(bytes));
      }),
    );
  });

  it('gives the published digests of the empty text and of abc', () => {
    expect([md5(bytesOf('')), sha1(bytesOf('abc')), crc32(bytesOf('123456789')).toString(16)]).toEqual([
      'd41d8cd98f00b204e9800998ecf8427e',
      'a9993e364706816aba3e25717850c26c9cd0d89d',
      'cbf43926',
    ]);
  });
});

describe('encodeText', () => {
  it('writes each charset as Java does, with a question mark for what it cannot write', () => {
    const text = 'é€\ud800';
    expect({
      utf8: [...encodeText(text, 'UTF-8')],
      utf16: [...encodeText(text, 'UTF-16')],
      latin: [...encodeText(text, 'ISO-8859-1')],
      ascii: [...encodeText(text, 'US-ASCII')],
    }).toEqual({
      utf8: [0xc3, 0xa9, 0xe2, 0x82, 0xac, 63],
      utf16: [0xfe, 0xff, 0, 0xe9, 0x20, 0xac, 0, 63],
      latin: [0xe9, 63, 63],
      ascii: [63, 63, 63],
    });
  });
});
