import { ROLES } from '#libs/access';
import { TextList } from '#libs/http';

export class ChangeRolesDto {
  @TextList({
    max: Object.keys(ROLES).length,
    each: { max: 40 },
    description: 'All roles that the person holds from now on; others end',
    example: ['editor', 'agent'],
  })
  roles: string[];
}
