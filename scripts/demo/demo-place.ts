import { demoSite, FEED_ADDRESS, LIST_ADDRESS } from './demo-site';
import type { Place } from './place';

/** The demo site, with its feed in front. */
export const demoPlace: Place = { source: demoSite, firstAddresses: [LIST_ADDRESS, FEED_ADDRESS] };
