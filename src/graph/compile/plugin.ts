import { type ApolloServerPlugin, type BaseContext, type GraphQLResponse, HeaderMap } from '@apollo/server'
import type { FormattedExecutionResult } from 'graphql'
import type { RequestContext } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Compiler } from './plan.ts'

/** The `data` of an answer that is JSON text already. */
class RenderedData {
  constructor(readonly text: string) {}
}

/** Apollo's `stringifyResult`: passes finished text through, prints everything else as Apollo does. */
export function stringifyResult({ data, extensions, ...rest }: FormattedExecutionResult): string {
  if (!(data instanceof RenderedData)) return `${JSON.stringify({ ...rest, data, extensions })}\n`
  const more = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`
  return `{"data":${data.text}${more}}\n`
}

/** The answer of a hub too busy to answer: the refusal alone, with its HTTP status. */
function refusalOf(refusal: Refusal): GraphQLResponse {
  const { http, ...extensions } = refusal.extensions as {
    http?: { status: number; headers: ReadonlyMap<string, string> }
  }
  const headers = new HeaderMap()
  for (const [name, value] of http?.headers ?? []) headers.set(name, value)
  return {
    http: { headers, ...(http ? { status: http.status } : {}) },
    body: { kind: 'single', singleResult: { errors: [{ message: refusal.message, extensions }] } },
  }
}

/**
 * Answers operations that compile. A refusal, a value outside its type or a fault sends the operation to the
 * resolvers, which tell it as the contract says.
 */
export const compilerPlugin = (compiler: Compiler): ApolloServerPlugin<RequestContext & BaseContext> => ({
  requestDidStart: async () => ({
    responseForOperation: async ({ request, document, operation, contextValue }) => {
      const variables = request.variables ?? {}
      const text = await compiler
        .answer(contextValue, { document, operation, variables })
        .catch((fault: unknown) => {
          if (fault instanceof Refusal) return fault
          throw fault
        })
      if (text === null) return null
      if (text instanceof Refusal) return refusalOf(text)
      return {
        http: { headers: new HeaderMap() },
        body: { kind: 'single', singleResult: { data: new RenderedData(text) as never } },
      }
    },
  }),
})
