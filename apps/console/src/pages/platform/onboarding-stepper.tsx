import { useTranslation } from 'react-i18next';
import { Stepper } from '../../kit/index.js';

const STEPS = ['details', 'number', 'connect', 'checklist', 'live'] as const;

export type OnboardingStep = (typeof STEPS)[number];

const pathOf = (step: OnboardingStep, id: string): string | undefined => {
  if (step === 'details') return `/platform/agencies/${id}`;
  if (step === 'number') return `/platform/agencies/${id}/number`;
  return step === 'checklist' ? `/platform/agencies/${id}/go-live` : undefined;
};

/** Where an agency stands on its way to going live; it may take days, and each step can be left. */
export function OnboardingStepper({ now, id }: { now: OnboardingStep; id?: string }) {
  const { t } = useTranslation('platform');
  const at = STEPS.indexOf(now);
  return (
    <Stepper
      label={t('onboarding')}
      steps={STEPS.map((step, index) => {
        const to = id && pathOf(step, id);
        return {
          id: step,
          label: t(`steps.${step}`),
          ...(to ? { to } : {}),
          status: index < at || now === 'live' ? 'done' : index === at ? 'now' : 'later',
        };
      })}
    />
  );
}
