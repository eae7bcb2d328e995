import { describe, expect, it } from 'vitest';
import { EnvError } from '#libs/config';
import { StartError, startSentence } from './start-error.js';

describe(startSentence.name, () => {
  it.each([
    [new EnvError('PORT: must be a number'), /not complete\.\nPORT: must be a number$/],
    [new StartError('The database lacks 2 migrations.'), /^The database lacks 2 migrations\.$/],
    [Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), /port is in use/],
    [Object.assign(new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })])), /does not answer/],
    [Object.assign(new Error('password'), { code: '28P01' }), /refuses the user or the password/],
    [{}, /reason is not known/],
  ])('explains %s', (error, sentence) => {
    expect(startSentence(error)).toMatch(sentence);
  });
});
