import { describe, expect, it } from 'vitest';
import { CHAIN_START, digestOf, hashOf, headOf, sealEvent } from '../../src/engine/hash-chain.ts';

const salt = '000102030405060708090a0b0c0d0e0f';
const recordedAt = '2026-03-02T09:30:00.000Z';
const digest = 'bb7a42b638dc46dd2369a85c1fda83d0e38353fe4ef2e0b4a856541cef88c5b2';
const hash = '10134c8a0d9ac42eae2ccc3390c84b5738a213fc3e869f0f2843508fa058f730';
const head = 'd280caf7ca72dacc5eca9d85ef963755797ecbb688e0c0816c276d465d706ded';

describe('the hash chain', () => {
  it('gives for ever what sha256sum gives for the documented bytes', () => {
    expect(digestOf(salt, '{"text":"é"}')).toBe(digest);
    expect(hashOf({ previous: CHAIN_START, episode: 'a "b"', version: 1, recordedAt, digest })).toBe(hash);
    expect(headOf(CHAIN_START, hash, 1)).toBe(head);
  });

  it('seals an event with all of these', () => {
    const event = { position: 1, episode: 'a "b"', version: 1, recordedAt, body: '{"text":"é"}' };
    expect(sealEvent({ hash: CHAIN_START, head: CHAIN_START }, event, salt)).toEqual({
      salt,
      digest,
      hash,
      head,
    });
  });

  it('salts each event anew, so that the digest of an erased body cannot be guessed', () => {
    const event = { position: 1, episode: 'a', version: 1, recordedAt, body: '{}' };
    const seals = Array.from({ length: 100 }, () =>
      sealEvent({ hash: CHAIN_START, head: CHAIN_START }, event),
    );
    expect(new Set(seals.map((seal) => seal.salt)).size).toBe(100);
    expect(new Set(seals.map((seal) => seal.digest)).size).toBe(100);
    expect(seals[0]?.salt).toMatch(/^[0-9a-f]{32}$/);
  });
});
