/** Thrown where the compiler has no certain answer; the resolvers give it instead. */
export class Uncompiled extends Error {}
