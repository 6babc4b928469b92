import type { RouterHistory } from '@tanstack/react-router'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { features } from './features.ts'
import type { PlaceUrl } from './PlaceUrl.ts'
import { ErrorPage } from './pages/ErrorPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { PageSkeleton } from './pages/PageSkeleton.tsx'
import { RootLayout } from './RootLayout.tsx'
import { parseSearch, stringifySearch } from './searchParams.ts'
import type { TransactionSearch } from './transactionSearch.ts'
import { readTransactionSearch } from './transactionSearch.ts'

/** What every address may carry. */
export interface RootSearch {
  /** See `placeInUrl.ts`. */
  readonly booked?: string | undefined
  readonly recorded?: string | undefined
  /** The entry that is open beside the page. */
  readonly entry?: string | undefined
}

/**
 * The pages and their addresses. Every link keeps the place in time: it is written into each new address as it is then.
 * `history` is for tests and stories; the browser's where it is left out.
 */
export function createBankRouter({ placeUrl, history }: { placeUrl: PlaceUrl; history?: RouterHistory }) {
  const root = createRootRoute({
    component: RootLayout,
    notFoundComponent: NotFoundPage,
    validateSearch: (search: Record<string, unknown>): RootSearch => ({
      ...text(search, 'booked'),
      ...text(search, 'recorded'),
      ...text(search, 'entry'),
    }),
    search: {
      middlewares: [({ search, next }) => ({ ...next(search), ...placeUrl.search() })],
    },
  })
  const overview = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./pages/OverviewPage.tsx'), 'OverviewPage'),
    staticData: { title: 'Overview' },
  })
  const account = createRoute({
    getParentRoute: () => root,
    path: '/accounts/$accountId',
    component: lazyRouteComponent(() => import('./pages/AccountPage.tsx'), 'AccountPage'),
    staticData: { title: 'Account' },
  })
  const transactions = createRoute({
    getParentRoute: () => root,
    path: '/transactions',
    component: lazyRouteComponent(() => import('./pages/TransactionsPage.tsx'), 'TransactionsPage'),
    validateSearch: (search: Record<string, unknown>): TransactionSearch => readTransactionSearch(search),
    staticData: { title: 'Transactions' },
  })
  const importing = createRoute({
    getParentRoute: () => root,
    path: '/import',
    component: lazyRouteComponent(() => import('./pages/ImportPage.tsx'), 'ImportPage'),
    staticData: { title: 'Import' },
  })
  const yourData = createRoute({
    getParentRoute: () => root,
    path: '/your-data',
    component: lazyRouteComponent(() => import('./pages/YourDataPage.tsx'), 'YourDataPage'),
    staticData: { title: 'Your data' },
  })
  const featurePages = features.flatMap(({ pages = [] }) =>
    pages.map(({ path, title, load }) =>
      createRoute({
        getParentRoute: () => root,
        path,
        component: lazyRouteComponent(async () => ({ default: await load() })),
        staticData: { title },
      }),
    ),
  )
  const own = [overview, account, transactions, importing, yourData] as const
  return createRouter({
    // The pages of features are not in the types: nothing names them, and links to them are `FeatureLink`s.
    routeTree: root.addChildren([...own, ...featurePages] as unknown as typeof own),
    defaultErrorComponent: ErrorPage,
    defaultPendingComponent: PageSkeleton,
    defaultPreload: 'intent',
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
    ...(history && { history }),
  })
}

export type BankRouter = ReturnType<typeof createBankRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: BankRouter
  }
  interface StaticDataRouteOption {
    title?: string
  }
}

function text<Key extends string>(search: Record<string, unknown>, key: Key): { [K in Key]?: string } {
  const value = search[key]
  return (typeof value === 'string' ? { [key]: value } : {}) as { [K in Key]?: string }
}
