import { useGet } from '../api/queries.js';
import { Name } from '../kit/index.js';

/** What a department is called; its id until the names are there. */
export function DepartmentName({ id }: { id: string }) {
  const { data } = useGet('/v1/departments');
  return <Name>{data?.data.find((one) => one.id === id)?.name ?? id}</Name>;
}
