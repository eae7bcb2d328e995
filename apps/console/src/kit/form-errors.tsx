import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../api/words.js';
import { Banner } from './banner.js';
import { type FieldProblem, focusField, inPageOrder, type Places } from './form-problems.js';

/** Why a form was not taken when it was last sent: fields that are wrong, else what the API says. */
export interface Trouble {
  problems: readonly FieldProblem[];
  error: unknown;
}

/** Takes the focus, and leads from each line to its field. */
export function ErrorSummary({ trouble, places }: { trouble: Trouble; places: Places }) {
  const { t } = useTranslation('common');
  const words = useErrorWords(trouble.error);
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const problems = inPageOrder(trouble.problems, places);
  useEffect(() => {
    if (trouble) box.current?.focus();
  }, [trouble]);
  return (
    <section ref={box} tabIndex={-1} aria-labelledby={id} className="max-w-xl outline-offset-2">
      <Banner tone="bad" title={<span id={id}>{problems.length > 0 ? t('checkFields') : words.title}</span>}>
        {problems.length > 0 ? (
          <ul className="grid gap-1">
            {problems.map((problem) => (
              <li key={problem.name}>
                <button type="button" className="link text-start" onClick={() => focusField(places, problem.name)}>
                  {places.get(problem.name)?.label ?? problem.name}: {problem.words}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <>
            <p>{words.advice}</p>
            {words.reference && <p className="text-sm">{words.reference}</p>}
          </>
        )}
      </Banner>
    </section>
  );
}
