import { IsoTime, OptionalField } from '#libs/http';

export class ListPeopleQueryDto {
  @IsoTime({ description: 'Who held which role at that moment (now)' })
  @OptionalField()
  on?: Date;
}
