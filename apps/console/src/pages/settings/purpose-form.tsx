import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import {
  Banner,
  Checkbox,
  choice,
  Form,
  fields,
  optionalText,
  Select,
  TextField,
  tellDone,
  text,
  tick,
} from '../../kit/index.js';

const CATEGORIES = ['service', 'marketing', 'alert', 'survey', 'otp'] as const;
const BASES = [
  'consent',
  'public_task',
  'legal_obligation',
  'vital_interests',
  'contract',
  'legitimate_interest',
] as const;

const PURPOSE = fields({
  title: text(),
  code: text(),
  category: choice(CATEGORIES),
  basis: choice(BASES),
  objectable: tick(),
  legalInstrument: optionalText(),
});

export function PurposeForm() {
  const { t } = useTranslation('settings');
  const add = useSend('post', '/v1/purposes', { refreshes: ['/v1/purposes', '/v1/go-live'] });
  return (
    <Form
      schema={PURPOSE}
      isEmptiedAfter
      submitLabel={t('purposes.add')}
      onSubmit={async (body) => {
        const { title } = await add.mutateAsync({ body });
        tellDone(t('purposes.added', { title }));
      }}
    >
      <TextField
        name="title"
        maxLength={200}
        autoComplete="off"
        label={t('purposes.title')}
        description={t('purposes.titleHint')}
      />
      <TextField
        name="code"
        isCode
        width="short"
        maxLength={63}
        autoComplete="off"
        label={t('purposes.code')}
        description={t('purposes.codeHint')}
      />
      <Select
        name="category"
        label={t('purposes.category')}
        description={t('purposes.categoryHint')}
        choices={CATEGORIES.map((value) => ({ value, label: t(`purposes.categories.${value}`) }))}
      />
      <Select
        name="basis"
        label={t('purposes.basis')}
        description={t('purposes.basisHint')}
        choices={BASES.map((value) => ({ value, label: t(`purposes.bases.${value}`) }))}
      />
      <Checkbox
        name="objectable"
        defaultSelected
        label={t('purposes.objectable')}
        description={t('purposes.objectableHint')}
      />
      <TextField
        name="legalInstrument"
        isOptional
        maxLength={500}
        autoComplete="off"
        label={t('purposes.legalInstrument')}
        description={t('purposes.legalInstrumentHint')}
      />
      <Banner title={t('purposes.effect')}>{t('logged')}</Banner>
    </Form>
  );
}
