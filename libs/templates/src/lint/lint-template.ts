import type { TemplateDraft } from '../template-draft.js';
import { type Finding, lengthOf, when } from './finding.js';
import { lintButtons } from './lint-buttons.js';
import { lintCards, lintCode, lintOffer, lintTimeToLive } from './lint-parts.js';
import { lintBody, lintCardBodies, lintFooter, lintHeader } from './lint-texts.js';
import { lintVariables } from './lint-variables.js';
import { lintWords } from './lint-words.js';
import { TEMPLATE_LANGUAGES } from './template-languages.js';

export interface LintedTemplate {
  readonly name: string;
  readonly language: string;
  readonly draft: TemplateDraft;
  /** Other templates of the account, for what may not be there twice. */
  readonly others?: readonly OtherTemplate[];
}

export interface OtherTemplate {
  readonly name: string;
  readonly language: string;
  readonly body: string;
  readonly footer: string | undefined;
}

const MAX_NAME = 512;

/** All that is wrong with a template, before WhatsApp is asked. Errors first. */
export function lintTemplate({ name, language, draft, others = [] }: LintedTemplate): Finding[] {
  const findings = [
    ...lintName(name),
    ...when(!TEMPLATE_LANGUAGES.includes(language), 'language-unknown', 'language', { language }),
    ...lintHeader(draft),
    ...lintBody(draft),
    ...lintFooter(draft),
    ...lintVariables(draft),
    ...lintButtons(draft),
    ...lintCards(draft),
    ...lintCardBodies(draft),
    ...lintOffer(draft),
    ...lintCode(draft),
    ...lintTimeToLive(draft),
    ...lintWords(draft, language),
    ...lintDuplicate(name, language, draft, others),
  ];
  return findings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function lintName(name: string): Finding[] {
  const count = lengthOf(name);
  return [
    ...when(!/^[a-z0-9_]+$/.test(name), 'name-form', 'name'),
    ...when(count > MAX_NAME, 'name-too-long', 'name', { count, max: MAX_NAME }),
  ];
}

/** One-time codes all have the same words. */
function lintDuplicate(
  name: string,
  language: string,
  { code, body, footer }: TemplateDraft,
  others: readonly OtherTemplate[],
): Finding[] {
  if (code) return [];
  const other = others.find(
    (one) => one.name !== name && one.language === language && one.body === body && one.footer === footer,
  );
  return when(other !== undefined, 'duplicate-content', 'body', { other: other?.name ?? '' });
}
