export { type DestinationFault, destinationFault, type EgressRules, MAX_URL_LENGTH } from './destination.js';
export { EgressModule } from './egress.module.js';
export {
  EgressBodyError,
  type EgressCall,
  EgressClient,
  type EgressFetch,
  type EgressFetched,
  type EgressOutcome,
} from './egress-client.js';
export { type EgressFault, faultOf } from './egress-failure.js';
export { isPublicAddress, publicLookup } from './public-address.js';
