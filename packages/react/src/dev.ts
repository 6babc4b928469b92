declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Whether development checks run. Bundlers replace `process.env.NODE_ENV`, and drop what is behind this. */
export const DEV: boolean = process.env.NODE_ENV !== 'production'
