import { useTranslation } from 'react-i18next';
import { Banner, Checkbox, Select, TextField } from '../../kit/index.js';
import type { EditorProps, ProblemAt } from './editor.js';
import type { Content } from './types.js';

type CodePart = NonNullable<Content['code']>;

const DELIVERIES = ['copy-code', 'one-tap', 'zero-tap'] as const;

/** What there is to choose of a one-time code. */
export function CodeFields({
  content,
  onChange,
  problemAt,
}: Pick<EditorProps, 'content' | 'onChange'> & { problemAt: ProblemAt }) {
  const { t } = useTranslation('templates');
  const code: CodePart = content.code ?? { delivery: 'copy-code', addSecurityRecommendation: true };
  const change = (to: Partial<CodePart>) => onChange({ ...content, code: { ...code, ...to } });
  const [app] = code.apps ?? [];
  const changeApp = (to: object) => change({ apps: [{ packageName: '', signatureHash: '', ...app, ...to }] });
  return (
    <>
      <Banner title={t('codeWords')} />
      <Select
        label={t('delivery')}
        value={code.delivery}
        choices={DELIVERIES.map((value) => ({ value, label: t(`deliveries.${value}`) }))}
        onChange={(delivery) => change({ delivery: delivery as CodePart['delivery'] })}
      />
      {code.delivery !== 'copy-code' && (
        <>
          <TextField
            label={t('packageName')}
            isCode
            autoComplete="off"
            value={app?.packageName ?? ''}
            problem={problemAt('code.apps')}
            onChange={(packageName) => changeApp({ packageName })}
          />
          <TextField
            label={t('signatureHash')}
            isCode
            autoComplete="off"
            value={app?.signatureHash ?? ''}
            onChange={(signatureHash) => changeApp({ signatureHash })}
          />
        </>
      )}
      {code.delivery === 'zero-tap' && (
        <Checkbox
          label={t('zeroTapTerms')}
          isSelected={code.zeroTapTermsAccepted ?? false}
          onChange={(zeroTapTermsAccepted) => change({ zeroTapTermsAccepted })}
        />
      )}
      <Checkbox
        label={t('recommendation')}
        isSelected={code.addSecurityRecommendation}
        onChange={(addSecurityRecommendation) => change({ addSecurityRecommendation })}
      />
      <TextField
        label={t('expires')}
        inputMode="numeric"
        width="short"
        value={code.expiresInMinutes === undefined ? '' : String(code.expiresInMinutes)}
        problem={problemAt('code.expiresInMinutes')}
        onChange={(typed) => {
          const { expiresInMinutes: _, ...rest } = code;
          const minutes = Number.parseInt(typed, 10);
          onChange({
            ...content,
            code: Number.isNaN(minutes) ? rest : { ...rest, expiresInMinutes: Math.min(minutes, 9_999) },
          });
        }}
      />
    </>
  );
}
