import { useGet } from '../api/queries.js';
import { Name } from '../kit/index.js';
import { useMe } from './me.js';
import { useMay } from './rights.js';

function ColleagueName({ id, unknown }: { id: string; unknown: string }) {
  const { data } = useGet('/v1/people');
  const person = data?.data.find((one) => one.id === id);
  return person ? <Name>{person.name}</Name> : unknown;
}

/** Who an id means, as far as one may know: oneself, and for who may see the people here, them. */
export function PersonName({ id, unknown }: { id: string; unknown: string }) {
  const me = useMe();
  const maySee = useMay('people:read');
  if (id === me.id) return <Name>{me.name}</Name>;
  return maySee ? <ColleagueName id={id} unknown={unknown} /> : unknown;
}
