import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import {
  Banner,
  choice,
  Form,
  fields,
  optionalText,
  RadioGroup,
  rule,
  TextField,
  tellDone,
  text,
  useFieldValues,
} from '../../kit/index.js';
import { useMembership } from '../../session/rights.js';
import { PARTS, type Part, TargetField } from './targets.js';

const SCOPES = ['agency', 'number', 'template', 'api-key'] as const;

const isPart = (scope: unknown): scope is Part => Object.hasOwn(PARTS, String(scope));

const stopSchema = (required: string) =>
  fields({ scope: choice(SCOPES), targetId: optionalText(), reason: text() }).check(
    rule(({ scope, targetId }) => scope === 'agency' || targetId !== undefined, required, 'targetId'),
  );

/** The parts that can be stopped are those whose names one may see. */
function useScopes(): readonly (typeof SCOPES)[number][] {
  const held = useMembership()?.permissions ?? [];
  return SCOPES.filter((scope) => !isPart(scope) || held.includes(PARTS[scope]));
}

function Which() {
  const { scope } = useFieldValues();
  return isPart(scope) ? <TargetField key={scope} part={scope} /> : null;
}

export function StopForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('sending');
  const scopes = useScopes();
  const stop = useSend('post', '/v1/switches', { refreshes: ['/v1/switches', '/v1/home'] });
  return (
    <Form
      schema={stopSchema(t('required'))}
      submitLabel={t('stop.confirm')}
      submitKind="danger"
      onCancel={onClose}
      onSubmit={async ({ scope, targetId, reason }) => {
        await stop.mutateAsync({ body: { scope, reason, ...(targetId === undefined ? {} : { targetId }) } });
        tellDone(t('stop.done'));
        onClose();
      }}
    >
      <RadioGroup
        name="scope"
        label={t('stop.what')}
        choices={scopes.map((value) => ({
          value,
          label: t(`scopes.${value}`),
          description: t(`scopeMeans.${value}`),
        }))}
      />
      <Which />
      <TextField name="reason" rows={3} label={t('reason')} description={t('stop.reasonHint')} />
      <Banner tone="warn" title={t('stop.effect')}>
        {t('stop.effectMore')}
      </Banner>
    </Form>
  );
}
