import 'graphiql/setup-workers/vite'
import '@graphiql/react/font/fira-code.css'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import './console.css'
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { GraphiQL, type GraphiQLProps } from 'graphiql'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'

interface Example {
  role: string
  title: string
  query: string
  variables: string
}

const bar = document.getElementById('examples') as HTMLElement
const root = document.getElementById('root') as HTMLElement

const fetcher: GraphiQLProps['fetcher'] = async (params, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
      'apollo-require-preflight': 'true',
      ...options?.headers,
    },
    body: JSON.stringify(params),
  })
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return { errors: [{ message: `HTTP ${response.status} ${response.statusText}: ${text.slice(0, 500)}` }] }
  }
}

async function loadExamples(): Promise<{ examples: Example[]; error?: string }> {
  try {
    const response = await fetch('/console/examples.json', { signal: AbortSignal.timeout(10_000) })
    if (!response.ok) throw new Error(`HTTP ${response.status} ${response.statusText}`)
    const given: (Omit<Example, 'variables'> & { variables?: object })[] = await response.json()
    const examples = given.map((one) => ({
      ...one,
      variables:
        one.variables && Object.keys(one.variables).length > 0 ? JSON.stringify(one.variables, null, 2) : '',
    }))
    return { examples }
  } catch (error) {
    return { examples: [], error: String(error) }
  }
}

const rolesOf = (examples: Example[]) =>
  [...new Set(examples.map(({ role }) => role))].map(
    (role) => [role, examples.filter((example) => example.role === role)] as const,
  )

function ExampleBar({ examples, error }: { examples: Example[]; error?: string }) {
  const { addTab, changeTab, updateActiveTabValues } = useGraphiQLActions()
  const { tabs, activeTabIndex, queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => state)

  // GraphiQL 5.4 gives the editors the query of the first tab but not its variables.
  const ready = Boolean(queryEditor && variableEditor && responseEditor)
  useEffect(() => {
    if (ready) changeTab(activeTabIndex)
  }, [ready])

  const tabOf = ({ query, variables }: Example) =>
    tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables)

  const open = (example: Example) => {
    const index = tabOf(example)
    if (index >= 0) return changeTab(index)
    const { query, variables } = example
    addTab()
    queryEditor?.setValue(query)
    variableEditor?.setValue(variables)
    updateActiveTabValues({ query, variables })
  }

  return createPortal(
    <>
      {error && <span className="error">示例未能载入 Examples did not load: {error}</span>}
      {rolesOf(examples).map(([role, ofRole]) => (
        <div className="role" key={role}>
          <b>{role}</b>
          {ofRole.map((example) => (
            <button
              type="button"
              key={example.title}
              disabled={!ready}
              aria-pressed={tabOf(example) === activeTabIndex}
              onClick={() => open(example)}
            >
              {example.title}
            </button>
          ))}
        </div>
      ))}
    </>,
    bar,
  )
}

const { examples, error } = await loadExamples()
const firstOfEachRole = rolesOf(examples).flatMap(([, ofRole]) => ofRole.slice(0, 1))

createRoot(root, { onUncaughtError: (uncaught) => root.replaceChildren(String(uncaught)) }).render(
  <GraphiQL
    fetcher={fetcher}
    {...(firstOfEachRole.length > 0 && { defaultTabs: firstOfEachRole })}
    defaultEditorToolsVisibility="variables"
    shouldPersistHeaders={false}
  >
    <GraphiQL.Logo>
      <span className="xinshu">信枢</span>
    </GraphiQL.Logo>
    <ExampleBar examples={examples} error={error} />
  </GraphiQL>,
)
