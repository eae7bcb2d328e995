import { describe, expect, it } from 'vitest';
import { leafHash } from './leaf-hash.js';

describe(leafHash, () => {
  // Reference values: https://github.com/transparency-dev/merkle/blob/main/rfc6962/rfc6962_test.go
  // and the leaves of https://github.com/google/certificate-transparency (merkletree tests)
  it.each([
    ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['00', '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
    [Buffer.from('L123456').toString('hex'), '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56'],
    ['10', '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7'],
    ['2021', '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7'],
    ['3031', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'],
    ['40414243', '4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658'],
  ])('hashes leaf %s as the reference does', (entry, hash) => {
    expect(leafHash(Buffer.from(entry, 'hex')).toString('hex')).toBe(hash);
  });
});
