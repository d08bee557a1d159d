import type { DocumentNode } from 'graphql'
import { metrics } from '../kernel/metrics.ts'

const CHARACTERS_MAX = 8_000_000

const asked = metrics.counter('xinshu_documents_total', 'Documents looked for, by where they were found.')

const lengthOf = (document: DocumentNode): number => document.loc?.source.body.length ?? 0

/**
 * Parsed and validated documents by the SHA-256 of their text, as Apollo keeps them: the trusted ones for good,
 * of all others those used last, up to a number of characters.
 */
export class DocumentStore {
  private readonly others = new Map<string, DocumentNode>()
  private readonly always: ReadonlySet<DocumentNode>
  private characters = 0

  constructor(
    private readonly trusted: ReadonlyMap<string, DocumentNode>,
    private readonly charactersMax = CHARACTERS_MAX,
  ) {
    this.always = new Set(trusted.values())
  }

  isTrusted(document: DocumentNode): boolean {
    return this.always.has(document)
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    const id = hashIn(key)
    const trusted = this.trusted.get(id)
    if (trusted) {
      asked({ found: 'trusted' })
      return trusted
    }
    const other = this.others.get(id)
    asked({ found: other ? 'cache' : 'nowhere' })
    if (other) {
      this.others.delete(id)
      this.others.set(id, other)
    }
    return other
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    const id = hashIn(key)
    const replaced = this.others.get(id)
    if (replaced) this.characters -= lengthOf(replaced)
    this.others.delete(id)
    this.others.set(id, document)
    this.characters += lengthOf(document)
    for (const [oldest, one] of this.others) {
      if (this.characters <= this.charactersMax || this.others.size === 1) return
      this.others.delete(oldest)
      this.characters -= lengthOf(one)
    }
  }

  async delete(key: string): Promise<boolean> {
    const one = this.others.get(hashIn(key))
    if (one) this.characters -= lengthOf(one)
    return this.others.delete(hashIn(key))
  }
}

const HASH_LENGTH = 64

/** Apollo puts a prefix of the schema before the hash. */
const hashIn = (key: string): string => key.slice(-HASH_LENGTH)
