import { describe, expect, it } from 'vitest';
import { checkVariables } from '#libs/templates';
import { CITY_HEALTH } from './city-health.js';
import { COAST_FLOOD } from './coast-flood.js';

const AGENCIES = [CITY_HEALTH, COAST_FLOOD];

interface SampleTemplate {
  readonly name: string;
  readonly language: string;
  readonly variables: Record<string, string>;
}

describe.each(AGENCIES)('the demo agency $slug', (agency) => {
  it('has a sample message that fits one of its templates and purposes', () => {
    const { purpose, template } = agency.sampleMessage as { purpose?: string; template?: SampleTemplate };
    const found = agency.templates.find(
      ({ name, language }) => name === template?.name && language === template.language,
    );
    expect(found && checkVariables(found, template?.variables ?? {})).toEqual([]);
    expect(agency.purposes.map(({ code }) => code)).toContain(purpose);
  });

  it('has only templates that Meta would take: no variable first or last in a body', () => {
    const bodies = agency.templates.flatMap(({ components }) => components.filter(({ type }) => type === 'BODY'));
    for (const { text = '' } of bodies) expect(text).not.toMatch(/^\{\{|\}\}[\p{P}\s]*$/u);
  });

  it('uses phone numbers that are reserved for fiction', () => {
    for (const { displayPhoneNumber } of agency.numbers) expect(displayPhoneNumber).toMatch(/^\+44 1632 960\d{3}$/);
  });
});

it('gives the two agencies nothing in common', () => {
  const idsOf = ({ metaPortfolioId, wabaId, numbers }: (typeof AGENCIES)[number]) => [
    metaPortfolioId,
    wabaId,
    ...numbers.flatMap(({ phoneNumberId, displayPhoneNumber }) => [phoneNumberId, displayPhoneNumber]),
  ];
  const ids = AGENCIES.flatMap(idsOf);
  expect(new Set(ids).size).toBe(ids.length);
});
