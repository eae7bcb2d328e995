import { ListQueryDto, OneOf, OptionalField } from '#libs/http';
import { SWITCH_STATES, type SwitchState } from '#libs/sending';

export class ListSwitchesQueryDto extends ListQueryDto {
  /** Only those that stop messages now, or only those that were lifted. */
  @OptionalField()
  @OneOf(SWITCH_STATES)
  state?: SwitchState;
}
