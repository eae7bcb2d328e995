import { describe, expect, it } from 'vitest';
import { type OnboardingFacts, stepNow, stepPath, stepsDone } from './onboarding-steps.js';

const NEW: OnboardingFacts = { agency: { status: 'trial' }, numbers: [], goLive: { status: 'trial', sections: [] } };
const number = (state: 'added' | 'connected', nameStatus: string | null) => ({ id: 'num_1', state, nameStatus });
const place = (facts: Partial<OnboardingFacts>) => stepNow(stepsDone({ ...NEW, ...facts }));

describe('The steps of taking an agency in', () => {
  it('begin with a number and go on with its code and its name', () => {
    expect(place({})).toBe('number');
    expect(place({ numbers: [number('added', null)] })).toBe('connect');
    expect(place({ numbers: [number('connected', 'PENDING_REVIEW')] })).toBe('name');
    expect(place({ numbers: [number('connected', 'APPROVED')] })).toBe('templates');
  });

  it('end when the agency is live', () => {
    const task = (key: string) => ({ key, status: 'done' });
    const sections = [{ key: 'technical', tasks: [task('template-approved'), task('api-key-used')] }] as never;
    const numbers = [number('connected', 'APPROVED')];
    expect(place({ numbers, goLive: { status: 'requested', sections } })).toBe('checklist');
    expect(place({ numbers, goLive: { status: 'approved', sections } })).toBe('live');
  });

  it('lead to the page where each is taken', () => {
    expect(stepPath('connect', 'agy_1', undefined)).toBe('/platform/agencies/agy_1/numbers/new');
    expect(stepPath('name', 'agy_1', 'num_1')).toBe('/platform/agencies/agy_1/numbers/num_1');
    expect(stepPath('keys', 'agy_1', 'num_1')).toBe('/platform/agencies/agy_1/go-live');
  });
});
