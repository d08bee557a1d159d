export { Listing, ListingStatus } from './listing.record.ts'
