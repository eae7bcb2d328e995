// Shapes of the API by the words that pages use for them.
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type Agency = Schemas['AgencyDto'];
export type AgencyChange = Schemas['ChangeAgencyDto'];
export type AgencyInPipeline = Schemas['AgencyInPipelineDto'];
export type BreakGlass = Schemas['BreakGlassDto'];
export type GoLive = Schemas['GoLiveDto'];
export type GoLiveComment = Schemas['GoLiveCommentDto'];
export type GoLiveTask = Schemas['GoLiveTaskDto'];
export type BlockedUser = Schemas['BlockedUserDto'];
export type NumberHealth = Schemas['NumberHealthDto'];
export type ParkedWebhook = Schemas['ParkedWebhookDto'];
export type PhoneNumber = Schemas['NumberDto'];
export type Profile = Schemas['BusinessProfileDto'];
export type ShortLink = Schemas['ShortLinkDto'];
export type Starters = Schemas['StartersDto'];
