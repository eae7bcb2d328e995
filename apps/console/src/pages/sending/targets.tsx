import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, useGet } from '../../api/queries.js';
import { Code, Loaded, Name, Select } from '../../kit/index.js';
import { useMay } from '../../session/rights.js';

export type Switch = Answer<'/v1/switches', 'get'>['data'][number];
export type Scope = Switch['scope'];

/** So many of a kind are asked for; whoever has more stops the rest with a command or by the API. */
const ALL = { params: { query: { limit: 100 } } } as const;

/** The parts of an agency that can be named on the page, and what one must be allowed to see for it. */
export const PARTS = { number: 'numbers:read', template: 'templates:read', 'api-key': 'api-keys:read' } as const;

export type Part = keyof typeof PARTS;

interface Target {
  id: string;
  name: string;
  detail: string;
}

interface Found {
  data: readonly Target[] | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

function useNumbers(): Found {
  const { data, error, isPending, refetch } = useGet('/v1/numbers');
  const numbers = data?.data.map(({ id, verifiedName, displayPhoneNumber }) => {
    return { id, name: verifiedName, detail: displayPhoneNumber };
  });
  return { data: numbers, error, isPending, refetch };
}

function useTemplates(): Found {
  const { data, error, isPending, refetch } = useGet('/v1/templates', ALL);
  return {
    data: data?.data.map(({ id, name, language }) => ({ id, name, detail: language })),
    error,
    isPending,
    refetch,
  };
}

function useKeys(): Found {
  const { data, error, isPending, refetch } = useGet('/v1/api-keys', ALL);
  return { data: data?.data.map(({ id, name, prefix }) => ({ id, name, detail: prefix })), error, isPending, refetch };
}

const TARGETS: Record<Part, () => Found> = {
  number: useNumbers,
  template: useTemplates,
  'api-key': useKeys,
};

function FoundName({ part, id }: { part: Part; id: string }) {
  const useTargets = TARGETS[part];
  const target = useTargets().data?.find((one) => one.id === id);
  if (!target) return <Code>{id}</Code>;
  return (
    <span className="grid">
      <Name>{target.name}</Name>
      <span className="text-sm text-muted">
        <Code>{target.detail}</Code>
      </span>
    </span>
  );
}

const isPart = (scope: Scope): scope is Part => Object.hasOwn(PARTS, scope);

/** What is stopped, by name for those who may see it. */
export function TargetName({ scope, targetId }: Pick<Switch, 'scope' | 'targetId'>): ReactNode {
  const maySee = useMay(isPart(scope) ? PARTS[scope] : 'switches:read');
  if (scope === 'agency' || scope === 'platform') return null;
  return isPart(scope) && maySee ? <FoundName key={scope} part={scope} id={targetId} /> : <Code>{targetId}</Code>;
}

/** Which one of a kind; another kind is another field. */
export function TargetField({ part }: { part: Part }) {
  const { t } = useTranslation('sending');
  const useTargets = TARGETS[part];
  return (
    <Loaded from={useTargets()}>
      {(data) => (
        <Select
          name="targetId"
          label={t(`which.${part}`)}
          choices={data.map(({ id, name, detail }) => ({ value: id, label: name, description: detail }))}
        />
      )}
    </Loaded>
  );
}
