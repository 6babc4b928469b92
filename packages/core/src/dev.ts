declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Whether development checks run: frozen payloads and rows, drafts that escape, impure reducers.
 *
 * Written as bundlers expect it, without a `typeof process` around it: they replace
 * `process.env.NODE_ENV` by a literal, and nothing behind `DEV` reaches a production bundle.
 */
export const DEV: boolean = process.env.NODE_ENV !== 'production'
