export { Listing, ListingStatus } from './listing.record.ts'
export { listingResolvers } from './listing.resolver.ts'
