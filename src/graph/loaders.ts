import DataLoader from 'dataloader'
import type { RequestContext } from '../kernel/context.ts'

const perRequest = new WeakMap<RequestContext, Map<string, DataLoader<never, never>>>()

/** The request's batching loader of this name, made on first use. */
export function loaderOf<Key, Value>(
  ctx: RequestContext,
  name: string,
  batch: (keys: readonly Key[]) => Promise<Value[]>,
): DataLoader<Key, Value> {
  const loaders = perRequest.get(ctx) ?? new Map<string, DataLoader<never, never>>()
  perRequest.set(ctx, loaders)
  const known = loaders.get(name) as DataLoader<Key, Value> | undefined
  if (known) return known
  const loader = new DataLoader<Key, Value>(batch, { maxBatchSize: 1_000 })
  loaders.set(name, loader as unknown as DataLoader<never, never>)
  return loader
}
