import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteWriter } from '../../../lib/search/byte-writer';
import {
  BODY_WEIGHTS,
  bodyCode,
  eachDoc,
  eachRun,
  FIELD,
  HEAD_WEIGHTS,
  headCode,
  writePostings,
} from '../../../lib/search/postings';

test('postings read back as they were written, the weightiest runs first', () => {
  const posting = fc.record({ doc: fc.nat({ max: 3_000_000 }), code: fc.nat({ max: 255 }) });
  fc.assert(
    fc.property(fc.uniqueArray(posting, { selector: (p) => p.doc }), (postings) => {
      postings.sort((a, b) => a.doc - b.doc);
      const writer = new ByteWriter(1);
      const docs = Uint32Array.from(postings, (p) => p.doc);
      const codes = Uint8Array.from(postings, (p) => p.code);
      writePostings(writer, new ByteWriter(1), docs, codes, 0, docs.length, HEAD_WEIGHTS);

      const bytes = writer.view();
      const read: { doc: number; code: number }[] = [];
      const weights: number[] = [];
      eachRun(bytes, 0, bytes.length, (code, from, to) => {
        weights.push(HEAD_WEIGHTS[code] as number);
        eachDoc(bytes, from, to, (doc) => read.push({ doc, code }));
      });
      read.sort((a, b) => a.doc - b.doc);
      expect(read).toEqual(postings.filter((p) => p.code !== 0));
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
    }),
  );
});

test('a title weighs more than an author, that more than a note, that more than an abstract', () => {
  const head = (fields: number) => HEAD_WEIGHTS[headCode(fields, 10)] as number;
  const weights = [
    head(FIELD.title | FIELD.author),
    head(FIELD.title),
    head(FIELD.author),
    head(FIELD.tag),
    head(FIELD.note),
    BODY_WEIGHTS[bodyCode(3, 200)] as number,
    BODY_WEIGHTS[bodyCode(1, 200)] as number,
  ];
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  expect(new Set(weights).size).toBe(weights.length);
  expect(headCode(FIELD.title, 3)).not.toBe(headCode(FIELD.title, 30));
});
